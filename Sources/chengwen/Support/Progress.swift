import Diagnostics
import Glibc

/// How far long work has come, on one line of the terminal; nowhere else.
struct Progress {
  private let isShown: Bool
  private let language: Language
  private var lastShown = 0.0

  /// - Parameter console: where findings are printed as JSON, nothing is shown.
  init(_ console: Console) {
    isShown = isatty(STDERR_FILENO) == 1 && console.format == .text
    language = console.language
  }

  /// Shows the count, a few times a second at most.
  mutating func show(_ count: Int) {
    guard isShown else { return }
    let now = Clock.seconds()
    guard now - lastShown >= 0.2 else { return }
    lastShown = now
    Files.printError(language == .chinese ? "\r已处理 \(count) 条" : "\r\(count) records", newLine: false)
  }

  /// Clears the line before something else is said.
  mutating func clear() {
    guard isShown, lastShown > 0 else { return }
    lastShown = 0
    Files.printError("\r\u{1B}[K", newLine: false)
  }
}

/// The time since some moment.
enum Clock {
  static func seconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
