// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: ["Fixtures"],
    swiftSettings: settings)
}

let package = Package(
  name: "chengwen",
  products: [
    .executable(name: "chengwen", targets: ["chengwen"]),
    .library(name: "DocumentTemplate", targets: ["DocumentTemplate"]),
    .library(name: "Forms", targets: ["Forms", "Filing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CTemplates"),
    library("BuiltInTemplates", ["CTemplates"]),
    library("BinaryForms"),
    library("Diagnostics"),
    library("XMLTree", ["CLibXML2"]),
    library("ZipArchive", ["CLibZip"]),
    library("OfficeDocument", ["XMLTree", "ZipArchive", "Diagnostics"]),
    library(
      "TemplateLanguage",
      [
        "BinaryForms", "Diagnostics",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    library("DataFiles", ["CLibYAML", "TemplateLanguage", "Diagnostics"]),
    library("Deflate"),
    library(
      "DocumentTemplate",
      ["BinaryForms", "Deflate", "OfficeDocument", "TemplateLanguage", "XMLTree", "Diagnostics"]),
    library("Forms", ["DataFiles", "TemplateLanguage", "Diagnostics"]),
    library("FormChecks", ["Forms", "DataFiles", "TemplateLanguage", "Diagnostics"]),
    library(
      "Filing",
      [
        "BuiltInTemplates", "Forms", "DataFiles", "DocumentTemplate", "OfficeDocument", "TemplateLanguage",
        "Diagnostics",
      ]),
    .executableTarget(
      name: "chengwen",
      dependencies: [
        "Diagnostics", "OfficeDocument", "TemplateLanguage", "DataFiles", "DocumentTemplate",
        "Forms", "FormChecks", "Filing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    library("TestSupport", ["OfficeDocument", "XMLTree", "ZipArchive"]),
    tests(of: "BinaryForms"),
    tests(of: "Diagnostics"),
    .testTarget(
      name: "DeflateTests", dependencies: ["Deflate", "TestSupport", "ZipArchive"], swiftSettings: settings),
    tests(of: "XMLTree"),
    tests(of: "ZipArchive", ["XMLTree"]),
    tests(of: "OfficeDocument", ["Diagnostics", "XMLTree", "ZipArchive"]),
    tests(of: "TemplateLanguage", ["Diagnostics"]),
    tests(of: "DataFiles", ["Diagnostics", "TemplateLanguage"]),
    tests(
      of: "DocumentTemplate",
      ["BinaryForms", "DataFiles", "Diagnostics", "OfficeDocument", "TemplateLanguage", "XMLTree"]),
    .testTarget(
      name: "DocxtplTests",
      dependencies: [
        "DataFiles", "Diagnostics", "DocumentTemplate", "OfficeDocument", "TemplateLanguage", "TestSupport",
      ],
      swiftSettings: settings),
    tests(of: "Forms", ["DataFiles", "Diagnostics", "TemplateLanguage"]),
    tests(of: "FormChecks", ["DataFiles", "Diagnostics", "Forms", "TemplateLanguage"]),
    tests(
      of: "Filing",
      [
        "DataFiles", "Diagnostics", "DocumentTemplate", "FormChecks", "Forms", "OfficeDocument",
        "TemplateLanguage",
      ]),
    .testTarget(
      name: "LayoutTests",
      dependencies: [
        "DataFiles", "Diagnostics", "DocumentTemplate", "Filing", "Forms", "OfficeDocument",
        "TemplateLanguage",
        "TestSupport",
      ],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    tests(of: "chengwen", ["BinaryForms", "OfficeDocument"]),
    .testTarget(
      name: "ProjectTests",
      dependencies: [
        "BuiltInTemplates", "DataFiles", "Diagnostics", "DocumentTemplate", "OfficeDocument",
        "TemplateLanguage",
        "TestSupport", "chengwen",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "chengwen-bench",
      dependencies: ["DataFiles", "DocumentTemplate", "OfficeDocument", "TemplateLanguage"],
      path: "Tests/Benchmarks",
      exclude: [
        "Floor", "bench.py", "gate.py", "instructions.json", "peer.py", "workload.py",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "chengwen-parity",
      dependencies: ["DataFiles", "Diagnostics", "DocumentTemplate", "OfficeDocument", "TemplateLanguage"],
      path: "Tests/Parity/Filler", swiftSettings: settings),
  ],
  // For #embed in CTemplates.
  cLanguageStandard: .c2x
)
