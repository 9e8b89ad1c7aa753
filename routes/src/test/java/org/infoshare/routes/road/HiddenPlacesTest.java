package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.infoshare.routes.road.PackedTest.is_found_and_its_twin_passes;
import static org.infoshare.routes.road.PackedTest.kind;
import static org.infoshare.routes.road.PackedTest.page;
import static org.infoshare.routes.road.PackedTest.saved;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.infoshare.model.Personal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a programme shows nothing, or something only on request, and a reader finds it: each with its harmless twin. */
class HiddenPlacesTest {

  @ParameterizedTest
  @ValueSource(strings = {"content.xml", "meta.xml", "styles.xml"})
  void an_open_document_in_its_text_its_properties_and_its_page_headings(String part) throws Exception {
    is_found_and_its_twin_passes(text -> openDocument(part, text));
  }

  @Test
  void a_presentation_on_a_hidden_slide_and_in_its_notes() throws Exception {
    is_found_and_its_twin_passes(text -> slides(text, "notes"));
    is_found_and_its_twin_passes(text -> slides("a slide", text));
    is_found_and_its_twin_passes(HiddenPlacesTest::oldSlides);
  }

  @Test
  void a_letter_in_a_change_that_was_tracked() throws Exception {
    is_found_and_its_twin_passes(text -> tracked(text, true));
    is_found_and_its_twin_passes(text -> tracked(text, false));
  }

  @Test
  void an_old_e_mail_file_of_an_office_programme() throws Exception {
    is_found_and_its_twin_passes(text -> outlook("a subject", text));
    is_found_and_its_twin_passes(text -> outlook(text, "a body"));
  }

  @Test
  void an_old_letter() throws Exception {
    is_found_and_its_twin_passes(text -> oldLetter("Dear all, she is at " + text + " now.\r"));
  }

  @Test
  void an_old_letter_that_is_broken_goes_to_a_person() throws Exception {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[4096]), "WordDocument");
      assertThat(kind(bytes(file))).isEqualTo("UNREADABLE");
    }
  }

  @Test
  void a_pdf_in_a_field_of_its_form() throws Exception {
    is_found_and_its_twin_passes(HiddenPlacesTest::form);
  }

  @Test
  void a_pdf_in_a_note_and_a_bookmark() throws Exception {
    is_found_and_its_twin_passes(HiddenPlacesTest::note);
    is_found_and_its_twin_passes(HiddenPlacesTest::bookmark);
  }

  @Test
  void a_pdf_in_a_file_within_and_in_that_files_name() throws Exception {
    is_found_and_its_twin_passes(text -> within("note.txt", text));
    is_found_and_its_twin_passes(text -> within(text + ".txt", "nothing"));
  }

  @Test
  void an_e_mail_with_a_sheet_of_paper_attached() throws Exception {
    is_found_and_its_twin_passes(
        text -> {
          String pdf = Base64.getMimeEncoder().encodeToString(saved(page(text)));
          return ("From: a@b.example\r\nTo: c@d.example\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
                  + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n"
                  + "--x\r\nContent-Type: application/pdf; name=r.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                  + pdf
                  + "\r\n--x--\r\n")
              .getBytes(StandardCharsets.US_ASCII);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<section><text><table><tr><td>12</td><td>Invented Road</td></tr></table></text></section>",
        "<addr><houseNumber>12</houseNumber> <streetName>Invented Road</streetName></addr>",
        "<section><text>She is at <content styleCode='xHidden'>12 Invented Road</content></text></section>",
        "<!-- 12 Invented Road -->"
      })
  void a_clinical_document(String body) {
    String cda =
        "<ClinicalDocument xmlns='urn:hl7-org:v3'><component><structuredBody><component>%s</component></structuredBody>"
            + "</component></ClinicalDocument>";
    assertThat(in("text/xml", cda.formatted(body))).isEqualTo("ADDRESS_LINE");
    assertThat(in("text/xml", cda.formatted(body.replace("12", "112")))).isEqualTo("none");
  }

  @Test
  void a_clinical_document_whose_body_is_a_pdf() throws Exception {
    String cda =
        "<ClinicalDocument xmlns='urn:hl7-org:v3'><component><nonXMLBody><text mediaType='application/pdf'"
            + " representation='B64'>%s</text></nonXMLBody></component></ClinicalDocument>";
    assertThat(in("text/xml", cda.formatted(packed("12 Invented Road")))).isEqualTo("ADDRESS_LINE");
    assertThat(in("text/xml", cda.formatted(packed("112 Invented Road")))).isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\":{\"status\":\"generated\",\"div\":\"<div xmlns='http://www.w3.org/1999/xhtml'><p>12 <b>Invented</b> Road</p></div>\"}",
        "\"subject\":{\"reference\":\"Patient/1\",\"display\":\"Hida, of 12 Invented Road\"}",
        "\"contained\":[{\"resourceType\":\"Location\",\"address\":{\"line\":[\"12 Invented\",\"Road\"]}}]",
        "\"extension\":[{\"url\":\"http://invented.example/x\",\"valueString\":\"12 Invented Rd\"}]",
        "\"content\":[{\"attachment\":{\"title\":\"12-invented-road.pdf\"}}]"
      })
  void a_resource_in_its_narrative_its_displays_and_what_it_contains(String element) {
    String resource = "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"DocumentReference\",%s}}]}";
    assertThat(in("application/fhir+json", resource.formatted(element))).isEqualTo("ADDRESS_LINE");
    assertThat(in("application/fhir+json", resource.formatted(element.replace("12", "112")))).isEqualTo("none");
  }

  @Test
  void a_bundle_in_the_address_of_an_entry() {
    String bundle = "{\"resourceType\":\"Bundle\",\"entry\":[{\"fullUrl\":\"https://a.example/Location/%s-Invented-Road\"}]}";
    assertThat(in("application/fhir+json", bundle.formatted("12"))).isEqualTo("ADDRESS_LINE");
    assertThat(in("application/fhir+json", bundle.formatted("112"))).isEqualTo("none");
    assertThat(in("application/fhir+json", bundle.formatted("x?place=12%20Invented%20Road&"))).isEqualTo("ADDRESS_LINE");
  }

  private static String in(String mediaType, String document) {
    var searched =
        List.of(new ProtectedValue(Invented.MOTHER, ProtectedValue.Kind.ADDRESS_LINE, new Personal("12 Invented Road")));
    return new LeakGuard()
        .find(mediaType, document.getBytes(StandardCharsets.UTF_8), searched)
        .map(LeakGuard.Hit::kind)
        .orElse("none");
  }

  private static String packed(String text) throws IOException {
    try (var document = page(text)) {
      return Base64.getEncoder().encodeToString(saved(document));
    }
  }

  static byte[] openDocument(String part, String text) throws IOException {
    String cut = text.replace("Road", "</s><s>Road");
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (String name : List.of("mimetype", "content.xml", "styles.xml", "meta.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        String content =
            name.equals("mimetype")
                ? "application/vnd.oasis.opendocument.text"
                : "<d xmlns='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><p><s>%s</s></p></d>"
                    .formatted(name.equals(part) ? cut : "A report");
        zip.write(content.getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  static byte[] slides(String hidden, String notes) throws IOException {
    try (var show = new XMLSlideShow()) {
      show.createSlide().createTextBox().setText("Seen by all");
      var slide = show.createSlide();
      slide.createTextBox().setText(hidden);
      slide.setHidden(true);
      show.getNotesSlide(slide).createTextBox().setText(notes);
      var out = new ByteArrayOutputStream();
      show.write(out);
      return out.toByteArray();
    }
  }

  private static byte[] oldSlides(String text) throws IOException {
    try (var show = new HSLFSlideShow()) {
      show.createSlide().addTitle().setText("Seen by all");
      show.createSlide().createTextBox().setText(text);
      var out = new ByteArrayOutputStream();
      show.write(out);
      return out.toByteArray();
    }
  }

  static byte[] tracked(String text, boolean deleted) throws IOException {
    try (var letter = new XWPFDocument()) {
      var paragraph = letter.createParagraph();
      paragraph.createRun().setText("Dear all, ");
      if (deleted) {
        var change = paragraph.getCTP().addNewDel();
        change.setAuthor("Socia");
        change.addNewR().addNewDelText().setStringValue(text);
      } else {
        var change = paragraph.getCTP().addNewMoveFrom();
        change.setAuthor("Socia");
        change.addNewR().addNewT().setStringValue(text);
      }
      var out = new ByteArrayOutputStream();
      letter.write(out);
      return out.toByteArray();
    }
  }

  /** As little of an Outlook message as its readers need. */
  static byte[] outlook(String subject, String body) throws IOException {
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(new byte[32]), "__properties_version1.0");
      Map.of("001A", "IPM.Note", "0037", subject, "1000", body)
          .forEach((property, text) -> stream(file, property, text));
      return bytes(file);
    }
  }

  private static void stream(POIFSFileSystem file, String property, String text) {
    try {
      file.createDocument(
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)), "__substg1.0_" + property + "001F");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(POIFSFileSystem file) throws IOException {
    var out = new ByteArrayOutputStream();
    file.writeFilesystem(out);
    return out.toByteArray();
  }

  /** As little of a Word 97 file as its readers need: a header, its text, and a table that says where the text stands. */
  static byte[] oldLetter(String text) throws IOException {
    byte[] words = text.getBytes(StandardCharsets.UTF_16LE);
    int textAt = 1024;
    var letter = ByteBuffer.allocate(8192).order(ByteOrder.LITTLE_ENDIAN);
    letter.putShort(0, (short) 0xA5EC).putShort(2, (short) 0x00C1).putShort(10, (short) 0x0200);
    letter.putInt(24, textAt).putInt(28, textAt + words.length).putInt(76, text.length());
    letter.putShort(32, (short) 14).putShort(62, (short) 22).putShort(152, (short) 93);
    int styles = 0;
    int properties = 64;
    int pieces = 1024;
    int runs = 2000;
    int fonts = 3000;
    stands(letter, 1, styles, 20);
    stands(letter, 12, runs, 12);
    stands(letter, 15, fonts, 4);
    stands(letter, 31, properties, 500);
    stands(letter, 33, pieces, 21);
    letter.position(textAt).put(words);
    int page = 10;
    letter.putInt(512 * page, textAt).putInt(512 * page + 4, textAt + words.length).put(512 * page + 511, (byte) 1);
    var table = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    table.putShort(styles, (short) 18);
    table.put(pieces, (byte) 2).putInt(pieces + 1, 16).putInt(pieces + 9, text.length()).putInt(pieces + 15, textAt);
    table.putInt(runs, textAt).putInt(runs + 4, textAt + words.length).putInt(runs + 8, page);
    try (var file = new POIFSFileSystem()) {
      file.createDocument(new ByteArrayInputStream(letter.array()), "WordDocument");
      file.createDocument(new ByteArrayInputStream(table.array()), "1Table");
      return bytes(file);
    }
  }

  /** The header's entry of that number: where in the table it stands, and how long it is. */
  private static void stands(ByteBuffer letter, int entry, int at, int length) {
    letter.putInt(154 + 8 * entry, at).putInt(154 + 8 * entry + 4, length);
  }

  static byte[] form(String text) throws IOException {
    try (var document = page("a form")) {
      var form = new PDAcroForm(document);
      var resources = new PDResources();
      resources.put(COSName.HELV, new PDType1Font(FontName.HELVETICA));
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 10 Tf 0 g");
      document.getDocumentCatalog().setAcroForm(form);
      var field = new PDTextField(form);
      field.setPartialName("place");
      form.getFields().add(field);
      var widget = field.getWidgets().getFirst();
      widget.setRectangle(new PDRectangle(50, 600, 200, 20));
      widget.setPage(document.getPage(0));
      widget.setHidden(true);
      document.getPage(0).getAnnotations().add(widget);
      field.setValue(text);
      return saved(document);
    }
  }

  static byte[] note(String text) throws IOException {
    try (var document = page("a page")) {
      var note = new PDAnnotationText();
      note.setContents(text);
      note.setRectangle(new PDRectangle(50, 600, 20, 20));
      document.getPage(0).setAnnotations(List.of(note));
      return saved(document);
    }
  }

  private static byte[] bookmark(String text) throws IOException {
    try (var document = page("a page")) {
      var outline = new PDDocumentOutline();
      var item = new PDOutlineItem();
      item.setTitle(text);
      item.setDestination(document.getPage(0));
      outline.addLast(item);
      document.getDocumentCatalog().setDocumentOutline(outline);
      return saved(document);
    }
  }

  private static byte[] within(String name, String text) throws IOException {
    try (PDDocument document = page("a page")) {
      var file = new PDEmbeddedFile(document, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      var specification = new PDComplexFileSpecification();
      specification.setFile(name);
      specification.setEmbeddedFile(file);
      var files = new PDEmbeddedFilesNameTreeNode();
      files.setNames(Map.of("a file", specification));
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(files);
      document.getDocumentCatalog().setNames(names);
      return saved(document);
    }
  }
}
