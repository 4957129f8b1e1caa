import CLibXML2
import Glibc

/// C strings of libxml2 as Swift's.
enum Bytes {
  static func string(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(decodingCString: pointer, as: UTF8.self)
  }

  static func array(_ pointer: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let pointer = unsafe pointer else { return [] }
    return unsafe Array(UnsafeBufferPointer(start: pointer, count: length(pointer)))
  }

  static func length(_ pointer: UnsafePointer<xmlChar>) -> Int {
    unsafe strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
  }

  static func isEmpty(_ pointer: UnsafePointer<xmlChar>?) -> Bool {
    unsafe pointer == nil || pointer?.pointee == 0
  }

  static func equal(_ pointer: UnsafePointer<xmlChar>?, _ text: String) -> Bool {
    guard let pointer = unsafe pointer else { return false }
    return unsafe xmlStrEqual(pointer, text) == 1
  }
}
