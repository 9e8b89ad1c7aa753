package org.infoshare.routes.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.infoshare.routes.road.PackedTest.Built;

/** Documents as agencies send them, each with a text in one of the places where such a document has text. */
final class RealFormats {

  private static final String MAIL = "From: a@b.example\r\nTo: c@d.example\r\nSubject: %s\r\nMIME-Version: 1.0\r\n%s";
  private static final String CDA =
      "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Visit</title><recordTarget><patientRole>%s</patientRole></recordTarget>"
          + "<component><structuredBody><component><section><text>%s</text></section></component></structuredBody></component>"
          + "</ClinicalDocument>";
  private static final String FHIR =
      "{\"resourceType\":\"Bundle\",\"type\":\"message\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"active\":true,%s}}]}";

  private RealFormats() {}

  /** What goes to the partner: a document of its own, or a message that carries one. */
  record Sent(String mediaType, byte[] bytes) {}

  interface Format {
    Sent with(String text) throws Exception;
  }

  static Map<String, Format> all() {
    var all = new LinkedHashMap<String, Format>();
    all.put("PDF, a page", attached(text -> PackedTest.pdf(text, "A report")));
    all.put("PDF, its title", attached(text -> PackedTest.pdf("A report", text)));
    all.put("PDF, a form's field", attached(HiddenPlacesTest::form));
    all.put("PDF, a note", attached(HiddenPlacesTest::note));
    all.put("Word, its text", attached(text -> PackedTest.letter("body", text)));
    all.put("Word, its heading", attached(text -> PackedTest.letter("header", text)));
    all.put("Word, a comment", attached(text -> PackedTest.letter("comment", text)));
    all.put("Word, a deleted text", attached(text -> HiddenPlacesTest.tracked(text, true)));
    all.put("Word 97", attached(text -> HiddenPlacesTest.oldLetter("Dear all, " + text + "\r")));
    all.put("Excel, a hidden cell", attached(text -> PackedTest.sheet(new XSSFWorkbook(), "1 " + text)));
    all.put("Excel 97, a hidden cell", attached(text -> PackedTest.sheet(new HSSFWorkbook(), "1 " + text)));
    all.put("PowerPoint, notes", attached(text -> HiddenPlacesTest.slides("A slide", text)));
    all.put("OpenDocument", attached(text -> HiddenPlacesTest.openDocument("content.xml", text)));
    all.put("RTF", attached(text -> richText(text).getBytes(StandardCharsets.US_ASCII)));
    all.put("e-mail, its text", attached(text -> mail("A visit", "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n")));
    all.put("e-mail, its subject", attached(text -> mail("=?utf-8?B?" + base64(text.getBytes(UTF_8)) + "?=", "\r\nSee above.\r\n")));
    all.put("e-mail, a web page", attached(text -> mail("A visit", inBase64("text/html", ("<p>" + text + "</p>").getBytes(UTF_8)))));
    all.put("e-mail, a PDF", attached(text -> mail("A visit", inBase64("application/pdf", PackedTest.pdf(text, "A report")))));
    all.put("Outlook", attached(text -> HiddenPlacesTest.outlook("A visit", text)));
    all.put("zip, a text", attached(text -> PackedTest.zip("note.txt", text.getBytes(UTF_8))));
    all.put("zip, a name", attached(text -> PackedTest.zip(text + ".txt", "nothing".getBytes(UTF_8))));
    all.put("zip, a letter", attached(text -> PackedTest.zip("letter.docx", PackedTest.letter("body", text))));
    all.put("text in UTF-16", attached(text -> text.getBytes(StandardCharsets.UTF_16)));
    all.put("XML, an element", text -> xml("<visit><note>" + text + "</note></visit>"));
    all.put("XML, an attribute", text -> xml("<visit note=\"" + text + "\"/>"));
    all.put("XML, a comment", text -> xml("<visit><!--" + text.replace("--", "-") + "--></visit>"));
    all.put("CDA, an address", text -> xml(CDA.formatted("<addr><streetAddressLine>" + text + "</streetAddressLine></addr>", "None.")));
    all.put("CDA, a telecom", text -> xml(CDA.formatted("<telecom value=\"tel:" + text + "\"/>", "None.")));
    all.put("CDA, a table", text -> xml(CDA.formatted("", "<table><tr><td>" + text + "</td></tr></table>")));
    all.put("FHIR, an address", text -> fhir("\"address\":[{\"use\":\"home\",\"line\":[\"%s\"]}]", text));
    all.put("FHIR, a telecom", text -> fhir("\"telecom\":[{\"system\":\"phone\",\"value\":\"%s\"}]", text));
    all.put("FHIR, its narrative", text -> fhir("\"text\":{\"status\":\"generated\",\"div\":\"<div><p>%s</p></div>\"}", text));
    all.put("FHIR, an extension", text -> fhir("\"extension\":[{\"url\":\"http://invented.example/x\",\"valueString\":\"%s\"}]", text));
    return all;
  }

  private static Format attached(Built file) {
    return text ->
        new Sent("application/json", ("{\"attachments\":[{\"content\":\"" + base64(file.with(text)) + "\"}]}").getBytes(UTF_8));
  }

  private static Sent xml(String document) {
    return new Sent("application/xml", document.getBytes(UTF_8));
  }

  private static Sent fhir(String element, String text) {
    return new Sent("application/fhir+json", FHIR.formatted(element.formatted(text)).getBytes(UTF_8));
  }

  /** Letters that are not plain as that format writes them, and a word in bold. */
  private static String richText(String text) {
    var said = new StringBuilder("{\\rtf1\\ansi\\ansicpg1252\\pard The report. ");
    text.codePoints().forEach(point -> said.append(point < 128 ? Character.toString(point) : "\\u" + point + "?"));
    return said.append(" {\\b All} was well.}").toString();
  }

  private static byte[] mail(String subject, String rest) {
    return MAIL.formatted(subject, rest).getBytes(UTF_8);
  }

  private static String inBase64(String type, byte[] bytes) {
    return "Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n";
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
