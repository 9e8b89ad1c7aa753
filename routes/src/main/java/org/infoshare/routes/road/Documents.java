package org.infoshare.routes.road;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.PDF;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.metadata.TikaCoreProperties.EmbeddedResourceType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.EMFParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.WMFParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads PDF, Word, Excel, PowerPoint, rich text and e-mail with all that is hidden in them, within limits of size and time.
 * Files within are handed back to be looked into as well.
 */
final class Documents {

  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final int MOST_LETTERS = 20_000_000;
  private static final DocumentReaders READERS = new DocumentReaders();
  private static final Parser KNOWN =
      new AutoDetectParser(
          new PDFParser(), new OfficeParser(), new OOXMLParser(), new RTFParser(), new EMFParser(), new WMFParser());

  private static final Parser MAIL = new RFC822Parser();

  private Documents() {}

  static boolean isDocument(byte[] bytes) {
    return Archives.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)
        || Archives.starts(bytes, '%', 'P', 'D', 'F')
        || Archives.starts(bytes, 0xD7, 0xCD, 0xC6, 0x9A)
        || Archives.starts(bytes, 1, 0, 0, 0) && bytes.length > 44 && bytes[40] == ' ' && bytes[41] == 'E';
  }

  static void read(Unpacked into, String where, byte[] bytes, int depth) {
    read(into, where, bytes, depth, false);
  }

  /** Its own parser, since the headers of a mail are hard to tell from a text. */
  static void mail(Unpacked into, String where, byte[] bytes, int depth) {
    read(into, where, bytes, depth, true);
  }

  private static void read(Unpacked into, String where, byte[] bytes, int depth, boolean mail) {
    // Files within are read on this thread, once the document is done: a reader never waits for another reader.
    var reading = new Reading();
    if (!READERS.end(() -> reading.parse(bytes, mail), LONGEST)) {
      into.unreadable(where);
      return;
    }
    into.value(where, reading.text, depth);
    into.aside(where + " (properties)", reading.properties);
    for (byte[] inner : reading.within) {
      into.content(where + " (file within)", inner, depth + 1);
    }
    if (reading.pictureOnly || !mail && reading.text.isBlank() && reading.within.isEmpty()) {
      into.unreadable(where);
    }
  }

  /** One document being read, on a thread of its own. */
  private static final class Reading implements EmbeddedDocumentExtractor {

    private final List<byte[]> within = new ArrayList<>();
    private String text = "";
    private String properties = "";
    private boolean pictureOnly;

    Void parse(byte[] bytes, boolean mail) throws IOException, SAXException, TikaException {
      var context = new ParseContext();
      context.set(EmbeddedDocumentExtractor.class, this);
      context.set(PDFParserConfig.class, pdf());
      context.set(OfficeParserConfig.class, office());
      var handler = new BodyContentHandler(MOST_LETTERS);
      var metadata = new Metadata();
      try (var stream = TikaInputStream.get(bytes)) {
        (mail ? MAIL : KNOWN).parse(stream, handler, metadata, context);
      }
      text = handler.toString();
      var told = new StringBuilder();
      for (String name : metadata.names()) {
        told.append(name).append('\n').append(String.join("\n", metadata.getValues(name))).append('\n');
      }
      // The names of files within are there already.
      properties += told;
      for (String letters : metadata.getValues(PDF.CHARACTERS_PER_PAGE)) {
        pictureOnly |= letters.equals("0");
      }
      for (String letters : metadata.getValues(PDF.UNMAPPED_UNICODE_CHARS_PER_PAGE)) {
        pictureOnly |= !letters.equals("0");
      }
      return null;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return true;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html) throws IOException {
      // Decoration, as in Archives: the whole is read besides.
      if (EmbeddedResourceType.THUMBNAIL.name().equals(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))) {
        return;
      }
      for (String name : metadata.names()) {
        properties += String.join("\n", metadata.getValues(name)) + "\n";
      }
      within.add(stream.readNBytes((int) Unpacked.MOST_BYTES));
    }

    private static PDFParserConfig pdf() {
      var pdf = new PDFParserConfig();
      pdf.setExtractInlineImages(true);
      pdf.setExtractAnnotationText(true);
      pdf.setExtractAcroFormContent(true);
      pdf.setExtractBookmarksText(true);
      pdf.setExtractActions(true);
      pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
      return pdf;
    }

    private static OfficeParserConfig office() {
      var office = new OfficeParserConfig();
      office.setExtractMacros(true);
      office.setIncludeDeletedContent(true);
      office.setIncludeMoveFromContent(true);
      office.setIncludeHeadersAndFooters(true);
      office.setUseSAXDocxExtractor(true);
      office.setExtractAllAlternativesFromMSG(true);
      return office;
    }
  }
}
