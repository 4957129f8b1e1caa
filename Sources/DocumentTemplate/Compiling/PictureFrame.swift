import OfficeDocument

/// A place in the markup of a template's picture that a ``Picture`` fills while the frame stays.
struct PictureFrame: Sendable, Hashable {
  /// What stands there.
  enum Place: Sendable, Hashable, CaseIterable {
    /// What names the file: a relationship's id in Word, a path in OpenDocument.
    case reference
    /// `a:srcRect`, by which Word keeps a picture's proportions within a frame of others.
    case crop
    /// `a:extLst` of `a:blip`, which names a drawing (.svg) beside the picture other readers show.
    case extensions
    case width
    case height
  }

  let place: Place
  /// What stands there in the template, and stays for a value that is no picture.
  let original: [UInt8]
  /// The frame's size.
  let size: PictureSize
  /// The prefix of DrawingML's names.
  let prefix: String

  /// What stands there for `picture`.
  func markup(for picture: Picture, entry: String, _ changes: PackageChanges) -> [UInt8] {
    switch place {
    case .reference:
      let shown = changes.isWord ? picture.fallback ?? picture.data : picture.data
      return Array(changes.picture(shown, for: entry).utf8)
    case .crop: return crop(picture)
    case .extensions:
      guard picture.data.format == .svg else { return [] }
      return Array(WordPicture.drawingExtension(changes.picture(picture.data, for: entry), prefix).utf8)
    case .width: return Array(Length(emu: shown(picture).width).openDocument.utf8)
    case .height: return Array(Length(emu: shown(picture).height).openDocument.utf8)
    }
  }

  /// As large as fits into the frame; all of it for a picture whose size is exact.
  private func shown(_ picture: Picture) -> PictureSize {
    if case .exact = picture.size { return size }
    return picture.data.naturalSize.scaled(within: size.width, size.height)
  }

  /// A rectangle larger than the picture leaves room at its sides (ISO/IEC 29500-1, 20.1.8.55).
  private func crop(_ picture: Picture) -> [UInt8] {
    let shown = shown(picture)
    let across = (Double(size.width) / Double(shown.width) - 1) * 50_000
    let down = (Double(size.height) / Double(shown.height) - 1) * 50_000
    guard max(across, down) >= 100 else { return [] }
    let sides = down > across ? ("t", "b", Int(down)) : ("l", "r", Int(across))
    return Array("<\(prefix)srcRect \(sides.0)=\"-\(sides.2)\" \(sides.1)=\"-\(sides.2)\"/>".utf8)
  }
}
