// FormChecks
