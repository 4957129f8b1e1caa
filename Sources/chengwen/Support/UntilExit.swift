import Synchronization

/// Holds large values until the process ends, when their memory goes at once: taking a table of 100,000 rows apart
/// costs a tenth of what filling it in does.
enum UntilExit {
  private static let held = Mutex<[any Sendable]>([])

  static func hold(_ value: any Sendable) {
    held.withLock { $0.append(value) }
  }
}
