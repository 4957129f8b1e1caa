import BuiltInTemplates
import OfficeDocument

/// The dotted circle that shows in a draft where the seal goes.
enum GuideCircle {
  static let picture: PictureData? = BuiltInTemplates.bytes(of: "pictures/seal-guide.png").flatMap {
    try? PictureData($0)
  }
}
