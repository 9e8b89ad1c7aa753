package org.infoshare.routes.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.infoshare.model.Personal;
import org.junit.jupiter.api.Test;

/** Each is an attachment, built here, with its harmless twin. */
class PackedTest {

  private static final String SECRET = "12 Invented Road";
  private static final String HARMLESS = "112 Invented Road";

  interface Built {
    byte[] with(String text) throws Exception;
  }

  @Test
  void plain_text_in_the_usual_character_sets() throws Exception {
    is_found_and_its_twin_passes(text -> text.getBytes(StandardCharsets.UTF_16));
    is_found_and_its_twin_passes(text -> ("caf\u00e9 at the corner, a long way from here: " + text).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void a_gzip_and_a_zip_within_a_zip() throws Exception {
    is_found_and_its_twin_passes(text -> gzip(text.getBytes(StandardCharsets.UTF_8)));
    is_found_and_its_twin_passes(text -> zip("inner.zip", zip("note.txt", text.getBytes(StandardCharsets.UTF_8))));
    is_found_and_its_twin_passes(text -> zip(text + ".txt", "nothing".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_only_has_the_name_of_an_office_documents_decoration() throws Exception {
    for (String name : List.of("Thumbnails/note.txt", "Thumbnails/thumbnail.png", "xl/printerSettings/note.txt", "docProps/thumbnail.jpeg")) {
      is_found_and_its_twin_passes(text -> zip(name, text.getBytes(StandardCharsets.UTF_8)));
      is_found_and_its_twin_passes(text -> with(name, text.getBytes(StandardCharsets.UTF_8), sheet(new XSSFWorkbook(), HARMLESS)));
    }
  }

  @Test
  void a_picture_goes_to_a_person_but_for_the_small_one_that_an_office_programme_adds() throws Exception {
    var small = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", small);
    byte[] large = Arrays.copyOf(small.toByteArray(), 200_000);
    byte[] book = sheet(new XSSFWorkbook(), HARMLESS);
    assertThat(kind(with("docProps/thumbnail.png", small.toByteArray(), book))).isEqualTo("none");
    assertThat(kind(with("xl/printerSettings/printerSettings1.bin", new byte[] {1, 0, 2, 0, 3, 0, 7}, book))).isEqualTo("none");
    assertThat(kind(with("docProps/thumbnail.png", large, book))).isEqualTo("UNREADABLE");
    assertThat(kind(with("xl/media/thumbnail.png", small.toByteArray(), book))).isEqualTo("UNREADABLE");
    assertThat(kind(zip("Thumbnails/thumbnail.png", small.toByteArray()))).isEqualTo("UNREADABLE");
    assertThat(kind(zip("docProps/thumbnail.png", small.toByteArray()))).isEqualTo("UNREADABLE");
  }

  @Test
  void a_pdf_on_its_page_and_in_its_properties() throws Exception {
    is_found_and_its_twin_passes(text -> pdf(text, "report"));
    is_found_and_its_twin_passes(text -> pdf("a page", text));
  }

  @Test
  void a_sheet_with_a_hidden_column_and_a_hidden_sheet() throws Exception {
    is_found_and_its_twin_passes(text -> sheet(new XSSFWorkbook(), text));
    is_found_and_its_twin_passes(text -> sheet(new HSSFWorkbook(), text));
  }

  @Test
  void a_letter_in_its_text_its_header_its_comment_and_its_properties() throws Exception {
    is_found_and_its_twin_passes(text -> letter("body", text));
    is_found_and_its_twin_passes(text -> letter("header", text));
    is_found_and_its_twin_passes(text -> letter("comment", text));
    is_found_and_its_twin_passes(text -> letter("properties", text));
  }

  @Test
  void rich_text_and_an_e_mail() throws Exception {
    is_found_and_its_twin_passes(text -> ("{\\rtf1\\ansi\\pard The report. " + text.replace("Inv", "{\\b Inv}") + "}").getBytes(StandardCharsets.US_ASCII));
    is_found_and_its_twin_passes(
        text ->
            ("From: a@b.example\r\nTo: c@d.example\r\nSubject: =?utf-8?B?"
                    + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                    + "?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nSee above.\r\n")
                .getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void what_cannot_be_looked_into_goes_to_a_person() throws Exception {
    var noise = new byte[500];
    new Random(3).nextBytes(noise);
    assertThat(kind(noise)).isEqualTo("UNREADABLE");
    assertThat(kind(encrypted())).isEqualTo("UNREADABLE");
    assertThat(kind(emptyPage())).isEqualTo("UNREADABLE");
    byte[] deep = "x".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 12; i++) {
      deep = gzip(deep);
    }
    assertThat(kind(deep)).isEqualTo("UNREADABLE");
    assertThat(kind(gzip(new byte[80 << 20]))).isEqualTo("UNREADABLE");
  }

  static void is_found_and_its_twin_passes(Built built) throws Exception {
    assertThat(kind(built.with(SECRET))).isEqualTo("ADDRESS_LINE");
    assertThat(kind(built.with(HARMLESS))).isEqualTo("none");
  }

  static String kind(byte[] attachment) {
    String packed = Base64.getEncoder().encodeToString(attachment);
    var searched = List.of(new ProtectedValue(Invented.MOTHER, ProtectedValue.Kind.ADDRESS_LINE, new Personal(SECRET)));
    byte[] document = ("{\"content\":\"" + packed + "\"}").getBytes(StandardCharsets.UTF_8);
    return new LeakGuard().find("application/json", document, searched).map(LeakGuard.Hit::kind).orElse("none");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  static byte[] zip(String name, byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /** An office document, and one file more in it. */
  private static byte[] with(String name, byte[] added, byte[] office) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out);
        var whole = new ZipInputStream(new ByteArrayInputStream(office))) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(added);
      for (ZipEntry entry = whole.getNextEntry(); entry != null; entry = whole.getNextEntry()) {
        String part = entry.getName();
        zip.putNextEntry(new ZipEntry(part));
        zip.write(part.equals("[Content_Types].xml") ? declared(name, whole.readAllBytes()) : whole.readAllBytes());
      }
    }
    return out.toByteArray();
  }

  private static byte[] declared(String name, byte[] types) {
    String kind = "<Default Extension=\"%s\" ContentType=\"application/octet-stream\"/></Types>";
    return new String(types, StandardCharsets.UTF_8)
        .replace("</Types>", kind.formatted(name.substring(name.indexOf('.') + 1)))
        .getBytes(StandardCharsets.UTF_8);
  }

  static PDDocument page(String text) throws IOException {
    var document = new PDDocument();
    var page = new PDPage();
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      content.beginText();
      content.setFont(new PDType1Font(FontName.HELVETICA), 12);
      content.newLineAtOffset(50, 700);
      content.showText(text);
      content.endText();
    }
    return document;
  }

  static byte[] pdf(String text, String title) throws IOException {
    try (var document = page(text)) {
      document.getDocumentInformation().setTitle(title);
      return saved(document);
    }
  }

  private static byte[] encrypted() throws IOException {
    try (var document = page(SECRET)) {
      document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
      return saved(document);
    }
  }

  private static byte[] emptyPage() throws IOException {
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      return saved(document);
    }
  }

  static byte[] saved(PDDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }

  static byte[] sheet(Workbook book, String text) throws IOException {
    try (book) {
      var shown = book.createSheet("Visits");
      shown.createRow(0).createCell(0).setCellValue("seen");
      var hidden = book.createSheet("Old");
      var row = hidden.createRow(0);
      row.createCell(0).setCellValue(Integer.parseInt(text.substring(0, text.indexOf(' '))));
      row.createCell(1).setCellValue(text.substring(text.indexOf(' ') + 1));
      hidden.setColumnHidden(1, true);
      book.setSheetHidden(1, true);
      var out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  static byte[] letter(String place, String text) throws IOException {
    try (var letter = new XWPFDocument()) {
      letter.createParagraph().createRun().setText("Dear all");
      switch (place) {
        case "body" -> {
          var paragraph = letter.createParagraph();
          paragraph.createRun().setText(text.substring(0, text.length() - 3));
          paragraph.createRun().setText(text.substring(text.length() - 3));
        }
        case "header" -> letter.createHeaderFooterPolicy().createHeader(XWPFHeaderFooterPolicy.DEFAULT).createParagraph().createRun().setText(text);
        case "comment" -> letter.createComments().createComment(BigInteger.ONE).createParagraph().createRun().setText(text);
        default -> letter.getProperties().getCoreProperties().setDescription(text);
      }
      var out = new ByteArrayOutputStream();
      letter.write(out);
      return out.toByteArray();
    }
  }
}
