import Synchronization

/// What is said while one of several files is worked on, to be said when its turn comes.
final class Transcript: Sendable {
  private enum Line {
    case error(String)
    case output(String)
  }

  private let lines = Mutex<[Line]>([])

  func addError(_ line: String) { lines.withLock { $0.append(.error(line)) } }

  func addOutput(_ line: String) { lines.withLock { $0.append(.output(line)) } }

  /// Says it.
  func play() {
    for line in lines.withLock({ $0 }) {
      switch line {
      case .error(let text): Files.printError(text)
      case .output(let text): print(text)
      }
    }
  }
}
