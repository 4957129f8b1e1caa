// DocumentTemplate
