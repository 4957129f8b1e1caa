/// Hands out what must be unique over all parts of one document.
struct PackageCounters {
  private var lastDrawingID: Int
  private var lastBookmarkID: Int
  private var bookmarks: [String: Int] = [:]
  private var usedNames: Set<String>
  private var nextSuffix: [String: Int] = [:]

  /// - Parameter names: the names that stand in the template outside of blocks that repeat.
  init(afterDrawing drawing: Int, afterBookmark bookmark: Int, names: Set<String>) {
    lastDrawingID = drawing
    lastBookmarkID = bookmark
    usedNames = names
  }

  mutating func drawingID() -> Int {
    lastDrawingID += 1
    return lastDrawingID
  }

  /// A new number for the bookmark that has the number `id` in the template.
  mutating func beginBookmark(_ id: String) -> Int {
    lastBookmarkID += 1
    bookmarks[id] = lastBookmarkID
    return lastBookmarkID
  }

  /// The number last given for the bookmark; a new one if its beginning was left out.
  mutating func endBookmark(_ id: String) -> Int {
    bookmarks[id] ?? beginBookmark(id)
  }

  /// `name` itself the first time, then `name_2`, `name_3` and so on, none of them taken.
  mutating func uniqueName(_ name: String) -> String {
    if usedNames.insert(name).inserted { return name }
    var suffix = nextSuffix[name] ?? 2
    while !usedNames.insert("\(name)_\(suffix)").inserted { suffix += 1 }
    nextSuffix[name] = suffix + 1
    return "\(name)_\(suffix)"
  }
}
