#pragma once
// Debian builds libxml2 with ICU; its headers then clash with Foundation's in debug builds.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// xmlFree is a mutable global, which Swift 6 refuses.
static inline void chengwen_xml_free(void *pointer) { xmlFree(pointer); }
