import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage

/// Compiled templates of earlier runs, each in a file of the user's own cache folder: a run that finds one does not
/// compile.
///
/// A file is found by a fingerprint of the template and taken if it holds the very bytes of the template, or is of one
/// that is built in, and says that this very program wrote it; nothing is read that another user could have written.
/// Whatever goes wrong with a file or the folder is as if there were none. `CHENGWEN_CACHE` names another folder, or
/// is `off`.
struct TemplateCache {
  /// How many templates are kept.
  private static let room = 64
  /// How large a file may be.
  private static let greatestSize = 4 << 20
  private static let ending = ".compiled"
  /// How many bytes the size of the template's package has.
  private static let sizeBytes = 8

  private let folder: String
  /// What tells this program from any other.
  private let program: [UInt8]

  /// Nil if nothing is to be kept, or if it can't be told what this program is.
  init?() {
    guard let folder = Self.chosenFolder, let program = Self.identity(of: "/proc/self/exe") else {
      return nil
    }
    self.folder = folder
    self.program = program
  }

  /// The template that `archive` holds, and its package; nil if it isn't kept.
  func template(
    _ archive: [UInt8], name: String, _ environment: Environment
  ) -> (compiled: DocumentTemplate, package: OfficePackage)? {
    guard archive.count <= Self.greatestSize else { return nil }
    return template(at: path(of: archive, environment), name: name, environment) { $0 == archive }
  }

  /// A built-in template.
  func builtIn(_ name: String) -> DocumentTemplate? {
    template(at: path(ofBuiltIn: name), name: name, Environment()) { _ in true }?.compiled
  }

  private func template(
    at path: String, name: String, _ environment: Environment, isRight: ([UInt8]) -> Bool
  ) -> (compiled: DocumentTemplate, package: OfficePackage)? {
    guard let file = OwnFile(reading: path), file.read(program.count) == program,
      let size = file.read(Self.sizeBytes), let archive = file.read(Self.number(size)), isRight(archive),
      let form = file.readRest(), let package = try? OfficePackage(knownArchive: archive),
      let compiled = DocumentTemplate(compiledForm: form, of: package, name: name, environment: environment)
    else { return nil }
    return (compiled, package)
  }

  /// Keeps a template compiled of `archive`.
  func keep(_ template: DocumentTemplate, _ archive: [UInt8]) {
    // What is too large is found out before it is written and hashed.
    guard archive.count + template.literalBytes <= Self.greatestSize else { return }
    keep(template, archive, at: path(of: archive, template.environment))
  }

  /// Keeps a built-in template.
  func keep(builtIn template: DocumentTemplate, _ name: String) {
    guard let archive = try? template.package.write(replacing: [:]) else { return }
    keep(template, archive, at: path(ofBuiltIn: name))
  }

  private func keep(_ template: DocumentTemplate, _ archive: [UInt8], at path: String) {
    guard let form = template.compiledForm else { return }
    let bytes = program + Self.bytes(of: archive.count) + archive + form
    guard bytes.count <= Self.greatestSize, OwnFile.makeFolder(folder) else { return }
    OwnFile.write(bytes, to: path)
    makeRoom()
  }

  private func path(of archive: [UInt8], _ environment: Environment) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(archive)
    fingerprint.add(environment.delimiters.output.open.description)
    for name in environment.streamedNames.sorted() { fingerprint.add(name) }
    return path(fingerprint)
  }

  private func path(ofBuiltIn name: String) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add("built in")
    fingerprint.add(name)
    return path(fingerprint)
  }

  private func path(_ fingerprint: Fingerprint) -> String { "\(folder)/\(fingerprint.text)\(Self.ending)" }

  /// Removes what was written longest ago, and what was never finished with it.
  private func makeRoom() {
    let names = ((try? Files.names(in: folder)) ?? []).filter {
      $0.hasSuffix(Self.ending) || $0.contains(Self.ending + ".")
    }
    let paths = names.map { "\(folder)/\($0)" }
    guard paths.count > Self.room else { return }
    let dated = paths.map { (written: OwnFile.timeOfWriting($0), path: $0) }
      .sorted { $0.written < $1.written }
    for file in dated.dropLast(Self.room) { _ = unsafe unlink(file.path) }
  }

  private static var chosenFolder: String? {
    switch variable("CHENGWEN_CACHE") {
    case "off": return nil
    case let folder?: return folder
    case nil: break
    }
    // The XDG Base Directory Specification: a relative path counts as none.
    if let caches = variable("XDG_CACHE_HOME"), caches.hasPrefix("/") { return caches + "/chengwen" }
    return variable("HOME").flatMap { $0.hasPrefix("/") ? $0 + "/.cache/chengwen" : nil }
  }

  private static func variable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the file lies and when it was last changed: another for each build and each installation.
  private static func identity(of path: String) -> [UInt8]? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return [
      Int(truncatingIfNeeded: status.st_dev), Int(truncatingIfNeeded: status.st_ino), status.st_size,
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ].flatMap { bytes(of: $0) }
  }

  private static func bytes(of number: Int) -> [UInt8] {
    (0..<sizeBytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func number(_ bytes: [UInt8]) -> Int { bytes.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
