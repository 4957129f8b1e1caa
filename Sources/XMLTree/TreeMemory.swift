import Glibc

/// The memory of a tree: taken bit by bit, given back all at once.
@safe
final class TreeMemory {
  private var blocks: [UnsafeMutableRawPointer] = unsafe []
  private var free: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  private var blockSize: Int
  private static let largestBlock = 4 << 20

  /// - Parameter size: about how much is going to be needed.
  init(about size: Int) {
    blockSize = min(max(size, 1 << 12), Self.largestBlock)
    unsafe free = .allocate(byteCount: blockSize, alignment: 8)
    unsafe end = unsafe free + blockSize
    unsafe blocks.append(free)
  }

  deinit { unsafe blocks.forEach { unsafe $0.deallocate() } }

  /// A place that holds `value` as long as the memory lasts.
  func make<Value: BitwiseCopyable>(_ value: Value) -> UnsafeMutablePointer<Value> {
    let place = unsafe take(MemoryLayout<Value>.stride, aligned: true)
    return unsafe place.initializeMemory(as: Value.self, to: value)
  }

  /// A copy of a stretch that lasts as long as the memory.
  func copy(_ text: Stretch) -> Stretch {
    guard text.count > 0 else { return .empty }
    let place = unsafe take(text.count, aligned: false)
    unsafe place.copyMemory(from: text.start, byteCount: text.count)
    return unsafe Stretch(place.assumingMemoryBound(to: UInt8.self), text.count)
  }

  /// A copy of a text that lasts as long as the memory.
  func copy(_ text: String) -> Stretch { text.withStretch { copy($0) } }

  /// A stretch of this memory with another behind it: where it is, if it was the last thing that was made.
  func extend(_ text: Stretch, by added: Stretch) -> Stretch {
    let behind = unsafe UnsafeRawPointer(text.start) + text.count
    if unsafe behind == UnsafeRawPointer(free), unsafe end - free >= added.count {
      unsafe take(added.count, aligned: false).copyMemory(from: added.start, byteCount: added.count)
      return unsafe Stretch(text.start, text.count + added.count)
    }
    // So much that what comes bit by bit is not copied each time.
    reserve(2 * (text.count + added.count))
    let place = unsafe take(text.count + added.count, aligned: false)
    unsafe place.copyMemory(from: text.start, byteCount: text.count)
    unsafe (place + text.count).copyMemory(from: added.start, byteCount: added.count)
    return unsafe Stretch(place.assumingMemoryBound(to: UInt8.self), text.count + added.count)
  }

  private func take(_ size: Int, aligned isAligned: Bool) -> UnsafeMutableRawPointer {
    var place = unsafe isAligned ? free.alignedUp(toMultipleOf: 8) : free
    if unsafe end - place < size {
      reserve(size)
      unsafe place = unsafe free
    }
    unsafe free = unsafe place + size
    return unsafe place
  }

  /// Sees to it that there are `size` bytes in a row.
  private func reserve(_ size: Int) {
    guard unsafe end - free < size else { return }
    blockSize = min(2 * blockSize, Self.largestBlock)
    let needed = max(blockSize, size)
    unsafe free = .allocate(byteCount: needed, alignment: 8)
    unsafe end = unsafe free + needed
    unsafe blocks.append(free)
  }
}
