import Diagnostics
import Synchronization

/// The templates that a loader gives, each loaded and compiled once.
final class TemplateLibrary: Sendable {
  /// A template that may be included.
  enum Template: Sendable {
    case text(TextTemplate)
    case document(any IncludedDocument)
  }

  /// Compiles a document; nil where only texts can be included.
  typealias DocumentCompiler =
    @Sendable (_ bytes: [UInt8], _ name: String, Environment) -> Result<any IncludedDocument, MessageList>

  private enum Entry {
    /// Being compiled: a template that includes itself is looked at once.
    case pending
    case absent
    case ready(Result<Template, MessageList>)
  }

  let loader: TemplateLoader
  private let compileDocument: DocumentCompiler?
  private let entries = Mutex<[String: Entry]>([:])

  init(_ loader: TemplateLoader, _ compileDocument: DocumentCompiler?) {
    self.loader = loader
    self.compileDocument = compileDocument
  }

  /// The template called `name`, nil if there is none; what is wrong with it names it.
  func template(_ name: String, _ environment: Environment) -> Result<Template, MessageList>? {
    let known = entries.withLock { entries in entries[name] }
    switch known {
    case .absent?: return nil
    case .ready(let result)?: return result
    case .pending?, nil: break
    }
    entries.withLock { $0[name] = .pending }
    let found = compile(name, environment.included())
    entries.withLock { $0[name] = found.map { .ready($0) } ?? .absent }
    return found
  }

  /// What is wrong with the template called `name`; nil if there is none. One that is being compiled is looked
  /// at already.
  func faults(of name: String, _ environment: Environment) -> [Message]? {
    if case .pending? = entries.withLock({ $0[name] }) { return [] }
    switch template(name, environment) {
    case nil: return nil
    case .success?: return []
    case .failure(let list)?: return list.messages
    }
  }

  private func compile(_ name: String, _ environment: Environment) -> Result<Template, MessageList>? {
    let bytes: [UInt8]
    do {
      guard let loaded = try loader.load(name) else { return nil }
      bytes = loaded
    } catch let error as ValueError {
      return .failure(MessageList([error.message]))
    } catch {
      return .failure(MessageList([.unreadableTemplate(name)]))
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      guard let compileDocument else { return .failure(MessageList([.documentInText(name)])) }
      return compileDocument(bytes, name, environment).map { .document($0) }
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: content, as: UTF8.self) else {
      return .failure(MessageList([.templateNotText(name)]))
    }
    do throws(FaultList) {
      return .success(.text(try TextTemplate(text, including: environment, name: name)))
    } catch {
      let lines = TextLines(text)
      return .failure(
        MessageList(error.faults.map { .inTemplate(name, lines.line(at: $0.origin), $0.message) }))
    }
  }
}

/// Tells the lines of a text by offsets.
struct TextLines: Sendable {
  private let starts: [Int]

  init(_ text: String) {
    starts = [0] + text.utf8.enumerated().lazy.filter { $0.element == 0x0A }.map { $0.offset + 1 }
  }

  /// The line, counted from 1, that the byte at `offset` is in.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }
}
