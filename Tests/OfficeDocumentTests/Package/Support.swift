import Diagnostics
import OfficeDocument
import ZipArchive

typealias Files = [(name: String, bytes: [UInt8])]

let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
let templateType = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
let officeRelationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
let packageRelationship = "http://schemas.openxmlformats.org/package/2006/relationships/"
let textType = "application/vnd.oasis.opendocument.text"

/// A relationship with an id made of its number.
func relationship(_ id: String, _ type: String, _ target: String, _ more: String = "") -> String {
  "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\" \(more)/>"
}

func relationships(_ all: String...) -> [UInt8] {
  Array(
    ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + all.joined() + "</Relationships>").utf8)
}

func contentTypes(_ all: String...) -> [UInt8] {
  Array(
    ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + all.joined() + "</Types>").utf8)
}

func override(_ part: String, _ type: String) -> String {
  "<Override PartName=\"\(part)\" ContentType=\"\(type)\"/>"
}

/// The files of a Word package, in an order no writer would choose, with some replaced, added or (empty) left out.
func wordFiles(_ changes: Files = []) -> Files {
  let body =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p/></w:body></w:document>"
  return changed(
    [
      ("word/document.xml", Array(body.utf8)),
      (
        "_rels/.rels",
        relationships(relationship("rId1", officeRelationship + "officeDocument", "word/document.xml"))
      ),
      ("[Content_Types].xml", contentTypes(override("/word/document.xml", wordType))),
    ], changes)
}

func manifest(_ entries: [(path: String, type: String)]) -> [UInt8] {
  let all = entries.map { "<m:file-entry m:full-path=\"\($0.path)\" m:media-type=\"\($0.type)\"/>" }
  return Array(
    ("<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" m:version=\"1.3\">"
      + all.joined() + "</m:manifest>").utf8)
}

/// The same for an OpenDocument text.
func openDocumentFiles(_ changes: Files = []) -> Files {
  changed(
    [
      ("content.xml", Array("<a/>".utf8)), ("mimetype", Array(textType.utf8)),
      ("META-INF/manifest.xml", manifest([("/", textType), ("content.xml", "text/xml")])),
    ], changes)
}

private func changed(_ files: Files, _ changes: Files) -> Files {
  let kept = files.map { file in changes.first { $0.name == file.name } ?? file }
  let added = changes.filter { change in !files.contains { $0.name == change.name } }
  return (kept + added).filter { !$0.bytes.isEmpty }
}

/// The code of the error with which files are refused; nil if they are not.
func refusal(_ files: Files) -> String? {
  do throws(OfficeError) {
    _ = try OfficePackage(files: files)
    return nil
  } catch {
    return error.message.code
  }
}

/// The document a package is written as, nothing changed.
func written(_ files: Files) throws -> OfficePackage {
  try OfficePackage(try OfficePackage(files: files).write(replacing: [:]))
}

extension OfficePackage {
  func text(of name: String) throws(OfficeError) -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }
}
