import DataFiles
import Diagnostics
import Synchronization
import TemplateLanguage
import TestSupport
import Testing

@Suite("Records: JSON Lines, arrays, lists and CSV, one after the other")
struct RecordTests {
  /// Bytes as an input that gives them in pieces of `size`.
  static func input(_ bytes: [UInt8], pieces size: Int = 5) -> ByteInput {
    let offset = Mutex(0)
    return ByteInput(name: "r") { () throws(ByteInput.Failure) in
      offset.withLock { offset in
        let end = min(offset + size, bytes.count)
        defer { offset = end }
        return Array(bytes[offset..<end])
      }
    }
  }

  /// Each record as JSON, or what is wrong with it; at the end what is wrong with the file.
  static func read(_ bytes: [UInt8], _ format: RecordFormat, pieces size: Int = 5) -> [String] {
    var lines: [String] = []
    do throws(DataErrors) {
      var reader = try RecordReader(input(bytes, pieces: size), format)
      while let record = try reader.next() {
        switch record.content {
        case .success(let mapping): lines.append(Value.mapping(mapping).json() ?? "?")
        case .failure(let errors): lines += errors.diagnostics.map { $0.text(in: .english) }
        }
      }
    } catch {
      lines += error.diagnostics.map { "end: " + $0.text(in: .english) }
    }
    return lines
  }

  static func read(_ text: String, _ format: RecordFormat, pieces size: Int = 5) -> [String] {
    read(Array(text.utf8), format, pieces: size)
  }

  @Test(
    "arrays, texts one behind the other, and lines give the same records, in pieces of any size",
    arguments: 1...9)
  func json(_ size: Int) {
    let wanted = [#"{"a": 1}"#, #"{"a": "},]\"\\", "b": [{"c": null}]}"#, #"{"a": "字"}"#]
    let texts = [#"{"a":1}"#, #"{"a": "},]\"\\","b":[ {"c":null} ]}"#, #"{"a":"字"}"#]
    #expect(Self.read("\u{FEFF}[ " + texts.joined(separator: " ,\n") + "]\n", .json, pieces: size) == wanted)
    #expect(Self.read(texts.joined(separator: "\n"), .json, pieces: size) == wanted)
    #expect(Self.read(texts.joined(separator: "\r\n\r\n") + "\n", .jsonLines, pieces: size) == wanted)
    #expect(Self.read("[]", .json, pieces: size) == [])
    #expect(Self.read(" \n", .jsonLines, pieces: size) == [])
    #expect(Self.read("", .json, pieces: size) == [])
  }

  @Test("a bad line or element is said with its place, and the others are read")
  func badJSON() {
    #expect(
      Self.read("{\"a\":1}\n{\"a\":}\n[1]\n{\"a\":2,\"a\":3}\n{\"a\":4}", .jsonLines) == [
        #"{"a": 1}"#, "r: line 2, column 6: a value is expected here [json-syntax]",
        "r: line 3, column 1: a record must be a mapping of names to values [record-not-mapping]",
        "r: line 4, column 8: the key `a` is in its mapping more than once [duplicate-key]\n"
          + "    hint: keep one of them", #"{"a": 4}"#,
      ])
    #expect(
      Self.read("[{\"a\":1},\n  {\"字\" 2},{\"a\":3}]", .json) == [
        #"{"a": 1}"#, "r: line 2, column 8: a colon is expected after the key [json-syntax]", #"{"a": 3}"#,
      ])
  }

  @Test(
    "a record that is not UTF-8, in a key, a value or between them, is said with the place of the first such byte"
  )
  func notUTF8() {
    let lines: [[UInt8]] = [
      Array(#"{"a":"字"#.utf8) + [0xB9, 0xE6] + Array(#""}"#.utf8),
      Array(#"{""#.utf8) + [0xB9] + Array(#"":1}"#.utf8),
      Array(#"{"a":"\n"#.utf8) + [0xED, 0xA0, 0x80] + Array(#""}"#.utf8),
      Array(#"{"a":1"#.utf8) + [0xC0] + Array("}".utf8),
      Array(#"{"a":4}"#.utf8),
    ]
    let read = Self.read(Array(lines.joined(separator: [0x0A])), .jsonLines)
    let places = ["line 1, column 8", "line 2, column 3", "line 3, column 9", "line 4, column 7"]
    #expect(read.count == 5 && read.last == #"{"a": 4}"#)
    for (line, place) in zip(read, places) {
      #expect(line.hasPrefix("r: \(place): ") && line.contains("[not-utf8]"), "\(line)")
    }
  }

  @Test(
    "what is wrong between the elements ends the reading",
    arguments: [
      ("[{} {}]", "end: r: line 1, column 5: a comma or `]` is expected here [json-syntax]"),
      ("[{},]", "end: r: line 1, column 5: a value is expected here [json-syntax]"),
      ("[{}", "end: r: line 1, column 4: the file ends here, but is not complete [unexpected-end]"),
      ("[{}] x", "end: r: line 1, column 6: nothing more is expected here [json-syntax]"),
    ])
  func betweenElements(_ text: String, _ wanted: String) {
    let lines = Self.read(text, .json)
    #expect(lines.first == "{}")
    #expect(lines.count == 2)
    // The sentences are those of data files.
    let place = wanted.prefix { $0 != "c" }
    #expect(lines.last?.hasPrefix(place) == true, "\(lines)")
  }

  @Test("a YAML list has a record for each item, a mapping is one")
  func yaml() {
    #expect(Self.read("- {a: 1}\n- 5\n- {a: 2}\n", .yaml).count == 3)
    #expect(Self.read("a: 1\nb: x\n", .yaml) == [#"{"a": 1, "b": "x"}"#])
    #expect(Self.read("a: [", .yaml).first?.hasPrefix("end: r: line 1") == true)
  }

  @Test("CSV as spreadsheets write it: quoted fields, numbers, dates, numbers that are names")
  func csv() {
    let text =
      "名称, 金额 ,日期\r\n\"阿,合\"\"奇\n镇\",12.50,2021-06-30\r\n,,\r\n乙,00123,110101199003078515\r\n丙,-3,\"1e5\""
    #expect(
      Self.read(text, .csv) == [
        #"{"名称": "阿,合\"奇\n镇", "金额": 12.50, "日期": "2021-06-30"}"#,
        #"{"名称": "乙", "金额": "00123", "日期": "110101199003078515"}"#,
        #"{"名称": "丙", "金额": -3, "日期": "1e5"}"#,
      ])
    #expect(Self.read("a;b\n1,5;2\n", .csv) == [#"{"a": "1,5", "b": 2}"#])
    #expect(Self.read("a\tb\n1\t\n", .csv) == [#"{"a": 1, "b": ""}"#])
    #expect(Self.read("a\n1\n", .csv) == [#"{"a": 1}"#])
  }

  @Test("GBK, UTF-16 and a byte order mark are read")
  func encodings() {
    let wanted = [#"{"名": "甲"}"#]
    #expect(Self.read([0xC3, 0xFB, 0x0A, 0xBC, 0xD7, 0x0A], .csv) == wanted)
    #expect(Self.read([0xFF, 0xFE, 0x0D, 0x54, 0x0A, 0, 0x32, 0x75], .csv) == wanted)
    #expect(Self.read("\u{FEFF}名\n甲\n", .csv) == wanted)
  }

  @Test(
    "what is wrong with a CSV file is said with its line",
    arguments: [
      ("a,b\n1\n3,4", "r: line 2, column 1: the row has 1 fields, the first row has 2 [csv-fields]"),
      (
        "a,b\n\"x\"y,2\n3,4",
        "r: line 2, column 1: there is text behind the closing quotation mark [csv-quote]"
      ),
      ("a,b\n\"x\n3,4", "r: line 2, column 1: the quotation mark is not closed [csv-quote]"),
    ])
  func badRows(_ text: String, _ wanted: String) {
    let lines = Self.read(text, .csv)
    #expect(lines.first?.hasPrefix(wanted) == true)
    #expect(lines.last == #"{"a": 3, "b": 4}"#)
  }

  @Test(
    "a CSV file without usable names, or in no known encoding, is refused as a whole",
    arguments: [
      (Array("".utf8), "csv-empty"), (Array("a,,b\n".utf8), "csv-no-name"),
      (Array("a,a\n".utf8), "csv-two-names"),
      ([0x61, 0x0A, 0xFF, 0xFF, 0x0A], "not-text"),
    ])
  func badFiles(_ bytes: [UInt8], _ code: String) {
    let lines = Self.read(bytes, .csv)
    #expect(lines.count == 1)
    #expect(lines.first?.contains("[\(code)]") == true)
  }

  @Test("random records come back from each format")
  func random() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let records = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
        let characters = ["a", "\"", ",", "\n", "字", ";", "\\", "}", "]", " x"]
        let text = (0..<4).map { _ in characters.randomElement(using: &generator) ?? "" }.joined()
        return Value.mapping(["k": .string("x" + text), "v": .string("y" + text)]).json() ?? ""
      }
      let size = Int.random(in: 1...20, using: &generator)
      #expect(Self.read("[" + records.joined(separator: ",") + "]", .json, pieces: size) == records)
      #expect(Self.read(records.joined(separator: "\n"), .jsonLines, pieces: size) == records)
      let rows = records.map { record -> String in
        guard case .mapping(let mapping)? = try? DataFile.read(Array(record.utf8), name: "r.json").value
        else {
          return ""
        }
        return mapping.values.map {
          "\"" + $0.printed.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
        }
        .joined(separator: ",")
      }
      #expect(Self.read("k,v\n" + rows.joined(separator: "\r\n"), .csv, pieces: size) == records)
    }
  }
}
