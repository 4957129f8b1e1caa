import OfficeDocument
import TemplateLanguage

/// A picture at a place of its own in front of the text, which runs on beneath it, as a seal is pressed on a name.
public struct PlacedPicture: Sendable, Hashable {
  public var picture: Picture
  /// From the left edge of the text area, or of the cell, to the picture's.
  public var left: Length
  /// From the top of the paragraph it belongs to down to the picture's; negative for a picture that begins above.
  public var top: Length

  /// Places a picture.
  public init(_ picture: Picture, left: Length, top: Length) {
    self.picture = picture
    self.left = left
    self.top = top
  }
}

extension PlacedPicture {
  func write(into writer: inout MarkupWriter) throws(ValueError) {
    let size = try picture.extent(in: writer.space)
    switch writer.format {
    case .docx: try WordPicture(picture: picture, size: size, place: self).write(into: &writer)
    case .odt: try OpenDocumentPicture(picture: picture, size: size, place: self).write(into: &writer)
    }
  }
}
