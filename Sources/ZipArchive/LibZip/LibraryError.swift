import CLibZip

extension ZipError {
  /// A libzip error in our words.
  init(_ error: UnsafeMutablePointer<zip_error_t>, entry: String?) {
    switch (unsafe zip_error_code_zip(error), entry) {
    case (ZIP_ER_MEMORY, _): self = .outOfMemory
    case (ZIP_ER_NOZIP, _): self = .noArchive
    case (ZIP_ER_MULTIDISK, _): self = .manyDisks
    case (ZIP_ER_INCONS, _): self = .badDirectory
    case (ZIP_ER_CRC, let entry?): self = .badChecksum(entry)
    case (ZIP_ER_EXISTS, let entry?): self = .twinName(entry)
    case (ZIP_ER_EOF, let entry?): self = .wrongSize(entry)
    case (ZIP_ER_ZLIB, let entry?), (ZIP_ER_COMPRESSED_DATA, let entry?): self = .badData(entry)
    default: self = .library(entry, unsafe String(cString: zip_error_strerror(error)))
    }
  }
}
