// OfficeDocument
