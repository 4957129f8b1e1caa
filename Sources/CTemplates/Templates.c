// Made by `make embedded` from the files of Templates; not to be edited.
#include "CTemplates.h"

static const unsigned char file0[] = {
#embed "../../Templates/2019/docx/[Content_Types].xml" suffix(, 0) if_empty(0)
};

static const unsigned char file1[] = {
#embed "../../Templates/2019/docx/_rels/.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file2[] = {
#embed "../../Templates/2019/docx/docProps/app.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file3[] = {
#embed "../../Templates/2019/docx/docProps/core.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file4[] = {
#embed "../../Templates/2019/docx/word/_rels/document.xml.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file5[] = {
#embed "../../Templates/2019/docx/word/document.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file6[] = {
#embed "../../Templates/2019/docx/word/fontTable.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file7[] = {
#embed "../../Templates/2019/docx/word/footerEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file8[] = {
#embed "../../Templates/2019/docx/word/footerOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file9[] = {
#embed "../../Templates/2019/docx/word/footerTurnedEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file10[] = {
#embed "../../Templates/2019/docx/word/footerTurnedOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file11[] = {
#embed "../../Templates/2019/docx/word/header.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file12[] = {
#embed "../../Templates/2019/docx/word/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file13[] = {
#embed "../../Templates/2019/docx/word/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file14[] = {
#embed "../../Templates/2019/form.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file15[] = {
#embed "../../Templates/2019/odt/META-INF/manifest.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file16[] = {
#embed "../../Templates/2019/odt/content.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file17[] = {
#embed "../../Templates/2019/odt/meta.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file18[] = {
#embed "../../Templates/2019/odt/mimetype" suffix(, 0) if_empty(0)
};

static const unsigned char file19[] = {
#embed "../../Templates/2019/odt/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file20[] = {
#embed "../../Templates/2019/odt/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file21[] = {
#embed "../../Templates/2021-transitional/docx/[Content_Types].xml" suffix(, 0) if_empty(0)
};

static const unsigned char file22[] = {
#embed "../../Templates/2021-transitional/docx/_rels/.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file23[] = {
#embed "../../Templates/2021-transitional/docx/docProps/app.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file24[] = {
#embed "../../Templates/2021-transitional/docx/docProps/core.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file25[] = {
#embed "../../Templates/2021-transitional/docx/word/_rels/document.xml.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file26[] = {
#embed "../../Templates/2021-transitional/docx/word/document.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file27[] = {
#embed "../../Templates/2021-transitional/docx/word/fontTable.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file28[] = {
#embed "../../Templates/2021-transitional/docx/word/footerEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file29[] = {
#embed "../../Templates/2021-transitional/docx/word/footerOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file30[] = {
#embed "../../Templates/2021-transitional/docx/word/footerTurnedEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file31[] = {
#embed "../../Templates/2021-transitional/docx/word/footerTurnedOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file32[] = {
#embed "../../Templates/2021-transitional/docx/word/header.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file33[] = {
#embed "../../Templates/2021-transitional/docx/word/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file34[] = {
#embed "../../Templates/2021-transitional/docx/word/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file35[] = {
#embed "../../Templates/2021-transitional/form.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file36[] = {
#embed "../../Templates/2021-transitional/odt/META-INF/manifest.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file37[] = {
#embed "../../Templates/2021-transitional/odt/content.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file38[] = {
#embed "../../Templates/2021-transitional/odt/meta.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file39[] = {
#embed "../../Templates/2021-transitional/odt/mimetype" suffix(, 0) if_empty(0)
};

static const unsigned char file40[] = {
#embed "../../Templates/2021-transitional/odt/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file41[] = {
#embed "../../Templates/2021-transitional/odt/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file42[] = {
#embed "../../Templates/2021/docx/[Content_Types].xml" suffix(, 0) if_empty(0)
};

static const unsigned char file43[] = {
#embed "../../Templates/2021/docx/_rels/.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file44[] = {
#embed "../../Templates/2021/docx/docProps/app.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file45[] = {
#embed "../../Templates/2021/docx/docProps/core.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file46[] = {
#embed "../../Templates/2021/docx/word/_rels/document.xml.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file47[] = {
#embed "../../Templates/2021/docx/word/document.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file48[] = {
#embed "../../Templates/2021/docx/word/fontTable.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file49[] = {
#embed "../../Templates/2021/docx/word/footerEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file50[] = {
#embed "../../Templates/2021/docx/word/footerOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file51[] = {
#embed "../../Templates/2021/docx/word/footerTurnedEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file52[] = {
#embed "../../Templates/2021/docx/word/footerTurnedOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file53[] = {
#embed "../../Templates/2021/docx/word/header.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file54[] = {
#embed "../../Templates/2021/docx/word/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file55[] = {
#embed "../../Templates/2021/docx/word/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file56[] = {
#embed "../../Templates/2021/form.yaml" suffix(, 0) if_empty(0)
};

static const unsigned char file57[] = {
#embed "../../Templates/2021/odt/META-INF/manifest.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file58[] = {
#embed "../../Templates/2021/odt/content.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file59[] = {
#embed "../../Templates/2021/odt/meta.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file60[] = {
#embed "../../Templates/2021/odt/mimetype" suffix(, 0) if_empty(0)
};

static const unsigned char file61[] = {
#embed "../../Templates/2021/odt/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file62[] = {
#embed "../../Templates/2021/odt/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file63[] = {
#embed "../../Templates/compare/docx/[Content_Types].xml" suffix(, 0) if_empty(0)
};

static const unsigned char file64[] = {
#embed "../../Templates/compare/docx/_rels/.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file65[] = {
#embed "../../Templates/compare/docx/docProps/app.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file66[] = {
#embed "../../Templates/compare/docx/docProps/core.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file67[] = {
#embed "../../Templates/compare/docx/word/_rels/document.xml.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file68[] = {
#embed "../../Templates/compare/docx/word/document.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file69[] = {
#embed "../../Templates/compare/docx/word/fontTable.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file70[] = {
#embed "../../Templates/compare/docx/word/footerEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file71[] = {
#embed "../../Templates/compare/docx/word/footerOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file72[] = {
#embed "../../Templates/compare/docx/word/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file73[] = {
#embed "../../Templates/compare/docx/word/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file74[] = {
#embed "../../Templates/compare/odt/META-INF/manifest.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file75[] = {
#embed "../../Templates/compare/odt/content.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file76[] = {
#embed "../../Templates/compare/odt/meta.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file77[] = {
#embed "../../Templates/compare/odt/mimetype" suffix(, 0) if_empty(0)
};

static const unsigned char file78[] = {
#embed "../../Templates/compare/odt/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file79[] = {
#embed "../../Templates/compare/odt/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file80[] = {
#embed "../../Templates/pictures/seal-guide.png" suffix(, 0) if_empty(0)
};

static const unsigned char file81[] = {
#embed "../../Templates/units/docx/[Content_Types].xml" suffix(, 0) if_empty(0)
};

static const unsigned char file82[] = {
#embed "../../Templates/units/docx/_rels/.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file83[] = {
#embed "../../Templates/units/docx/docProps/app.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file84[] = {
#embed "../../Templates/units/docx/docProps/core.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file85[] = {
#embed "../../Templates/units/docx/word/_rels/document.xml.rels" suffix(, 0) if_empty(0)
};

static const unsigned char file86[] = {
#embed "../../Templates/units/docx/word/document.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file87[] = {
#embed "../../Templates/units/docx/word/fontTable.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file88[] = {
#embed "../../Templates/units/docx/word/footerEven.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file89[] = {
#embed "../../Templates/units/docx/word/footerOdd.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file90[] = {
#embed "../../Templates/units/docx/word/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file91[] = {
#embed "../../Templates/units/docx/word/styles.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file92[] = {
#embed "../../Templates/units/odt/META-INF/manifest.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file93[] = {
#embed "../../Templates/units/odt/content.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file94[] = {
#embed "../../Templates/units/odt/meta.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file95[] = {
#embed "../../Templates/units/odt/mimetype" suffix(, 0) if_empty(0)
};

static const unsigned char file96[] = {
#embed "../../Templates/units/odt/settings.xml" suffix(, 0) if_empty(0)
};

static const unsigned char file97[] = {
#embed "../../Templates/units/odt/styles.xml" suffix(, 0) if_empty(0)
};

static const chengwen_template all[] = {
  {"2019/docx/[Content_Types].xml", file0, sizeof file0 - 1},
  {"2019/docx/_rels/.rels", file1, sizeof file1 - 1},
  {"2019/docx/docProps/app.xml", file2, sizeof file2 - 1},
  {"2019/docx/docProps/core.xml", file3, sizeof file3 - 1},
  {"2019/docx/word/_rels/document.xml.rels", file4, sizeof file4 - 1},
  {"2019/docx/word/document.xml", file5, sizeof file5 - 1},
  {"2019/docx/word/fontTable.xml", file6, sizeof file6 - 1},
  {"2019/docx/word/footerEven.xml", file7, sizeof file7 - 1},
  {"2019/docx/word/footerOdd.xml", file8, sizeof file8 - 1},
  {"2019/docx/word/footerTurnedEven.xml", file9, sizeof file9 - 1},
  {"2019/docx/word/footerTurnedOdd.xml", file10, sizeof file10 - 1},
  {"2019/docx/word/header.xml", file11, sizeof file11 - 1},
  {"2019/docx/word/settings.xml", file12, sizeof file12 - 1},
  {"2019/docx/word/styles.xml", file13, sizeof file13 - 1},
  {"2019/form.yaml", file14, sizeof file14 - 1},
  {"2019/odt/META-INF/manifest.xml", file15, sizeof file15 - 1},
  {"2019/odt/content.xml", file16, sizeof file16 - 1},
  {"2019/odt/meta.xml", file17, sizeof file17 - 1},
  {"2019/odt/mimetype", file18, sizeof file18 - 1},
  {"2019/odt/settings.xml", file19, sizeof file19 - 1},
  {"2019/odt/styles.xml", file20, sizeof file20 - 1},
  {"2021-transitional/docx/[Content_Types].xml", file21, sizeof file21 - 1},
  {"2021-transitional/docx/_rels/.rels", file22, sizeof file22 - 1},
  {"2021-transitional/docx/docProps/app.xml", file23, sizeof file23 - 1},
  {"2021-transitional/docx/docProps/core.xml", file24, sizeof file24 - 1},
  {"2021-transitional/docx/word/_rels/document.xml.rels", file25, sizeof file25 - 1},
  {"2021-transitional/docx/word/document.xml", file26, sizeof file26 - 1},
  {"2021-transitional/docx/word/fontTable.xml", file27, sizeof file27 - 1},
  {"2021-transitional/docx/word/footerEven.xml", file28, sizeof file28 - 1},
  {"2021-transitional/docx/word/footerOdd.xml", file29, sizeof file29 - 1},
  {"2021-transitional/docx/word/footerTurnedEven.xml", file30, sizeof file30 - 1},
  {"2021-transitional/docx/word/footerTurnedOdd.xml", file31, sizeof file31 - 1},
  {"2021-transitional/docx/word/header.xml", file32, sizeof file32 - 1},
  {"2021-transitional/docx/word/settings.xml", file33, sizeof file33 - 1},
  {"2021-transitional/docx/word/styles.xml", file34, sizeof file34 - 1},
  {"2021-transitional/form.yaml", file35, sizeof file35 - 1},
  {"2021-transitional/odt/META-INF/manifest.xml", file36, sizeof file36 - 1},
  {"2021-transitional/odt/content.xml", file37, sizeof file37 - 1},
  {"2021-transitional/odt/meta.xml", file38, sizeof file38 - 1},
  {"2021-transitional/odt/mimetype", file39, sizeof file39 - 1},
  {"2021-transitional/odt/settings.xml", file40, sizeof file40 - 1},
  {"2021-transitional/odt/styles.xml", file41, sizeof file41 - 1},
  {"2021/docx/[Content_Types].xml", file42, sizeof file42 - 1},
  {"2021/docx/_rels/.rels", file43, sizeof file43 - 1},
  {"2021/docx/docProps/app.xml", file44, sizeof file44 - 1},
  {"2021/docx/docProps/core.xml", file45, sizeof file45 - 1},
  {"2021/docx/word/_rels/document.xml.rels", file46, sizeof file46 - 1},
  {"2021/docx/word/document.xml", file47, sizeof file47 - 1},
  {"2021/docx/word/fontTable.xml", file48, sizeof file48 - 1},
  {"2021/docx/word/footerEven.xml", file49, sizeof file49 - 1},
  {"2021/docx/word/footerOdd.xml", file50, sizeof file50 - 1},
  {"2021/docx/word/footerTurnedEven.xml", file51, sizeof file51 - 1},
  {"2021/docx/word/footerTurnedOdd.xml", file52, sizeof file52 - 1},
  {"2021/docx/word/header.xml", file53, sizeof file53 - 1},
  {"2021/docx/word/settings.xml", file54, sizeof file54 - 1},
  {"2021/docx/word/styles.xml", file55, sizeof file55 - 1},
  {"2021/form.yaml", file56, sizeof file56 - 1},
  {"2021/odt/META-INF/manifest.xml", file57, sizeof file57 - 1},
  {"2021/odt/content.xml", file58, sizeof file58 - 1},
  {"2021/odt/meta.xml", file59, sizeof file59 - 1},
  {"2021/odt/mimetype", file60, sizeof file60 - 1},
  {"2021/odt/settings.xml", file61, sizeof file61 - 1},
  {"2021/odt/styles.xml", file62, sizeof file62 - 1},
  {"compare/docx/[Content_Types].xml", file63, sizeof file63 - 1},
  {"compare/docx/_rels/.rels", file64, sizeof file64 - 1},
  {"compare/docx/docProps/app.xml", file65, sizeof file65 - 1},
  {"compare/docx/docProps/core.xml", file66, sizeof file66 - 1},
  {"compare/docx/word/_rels/document.xml.rels", file67, sizeof file67 - 1},
  {"compare/docx/word/document.xml", file68, sizeof file68 - 1},
  {"compare/docx/word/fontTable.xml", file69, sizeof file69 - 1},
  {"compare/docx/word/footerEven.xml", file70, sizeof file70 - 1},
  {"compare/docx/word/footerOdd.xml", file71, sizeof file71 - 1},
  {"compare/docx/word/settings.xml", file72, sizeof file72 - 1},
  {"compare/docx/word/styles.xml", file73, sizeof file73 - 1},
  {"compare/odt/META-INF/manifest.xml", file74, sizeof file74 - 1},
  {"compare/odt/content.xml", file75, sizeof file75 - 1},
  {"compare/odt/meta.xml", file76, sizeof file76 - 1},
  {"compare/odt/mimetype", file77, sizeof file77 - 1},
  {"compare/odt/settings.xml", file78, sizeof file78 - 1},
  {"compare/odt/styles.xml", file79, sizeof file79 - 1},
  {"pictures/seal-guide.png", file80, sizeof file80 - 1},
  {"units/docx/[Content_Types].xml", file81, sizeof file81 - 1},
  {"units/docx/_rels/.rels", file82, sizeof file82 - 1},
  {"units/docx/docProps/app.xml", file83, sizeof file83 - 1},
  {"units/docx/docProps/core.xml", file84, sizeof file84 - 1},
  {"units/docx/word/_rels/document.xml.rels", file85, sizeof file85 - 1},
  {"units/docx/word/document.xml", file86, sizeof file86 - 1},
  {"units/docx/word/fontTable.xml", file87, sizeof file87 - 1},
  {"units/docx/word/footerEven.xml", file88, sizeof file88 - 1},
  {"units/docx/word/footerOdd.xml", file89, sizeof file89 - 1},
  {"units/docx/word/settings.xml", file90, sizeof file90 - 1},
  {"units/docx/word/styles.xml", file91, sizeof file91 - 1},
  {"units/odt/META-INF/manifest.xml", file92, sizeof file92 - 1},
  {"units/odt/content.xml", file93, sizeof file93 - 1},
  {"units/odt/meta.xml", file94, sizeof file94 - 1},
  {"units/odt/mimetype", file95, sizeof file95 - 1},
  {"units/odt/settings.xml", file96, sizeof file96 - 1},
  {"units/odt/styles.xml", file97, sizeof file97 - 1},
};

size_t chengwen_template_count(void) { return sizeof all / sizeof all[0]; }

chengwen_template chengwen_template_at(size_t index) { return all[index]; }
