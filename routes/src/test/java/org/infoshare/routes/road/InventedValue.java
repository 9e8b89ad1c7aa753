package org.infoshare.routes.road;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.infoshare.model.Personal;

/**
 * A value somebody told, drawn by chance, with the ways in which people write it.
 *
 * @param near one of the same kind that is another value
 */
record InventedValue(ProtectedValue.Kind kind, String told, String near) {

  private static final List<String> STREETS =
      List.of("Invented Road", "Madeup Street", "Sample Avenue", "St Nobody Close", "Pretended Lane", "Unreal Gardens", "Nowhere Court");
  private static final List<String> BEGINNINGS = List.of("0", "+44 ", "+44 (0)", "0044 ", "0044 (0)", "(0)", "44 ");
  private static final List<String> GAPS = List.of("", " ", "-", ".", "  ", "\u00a0");

  static InventedValue any(Random random) {
    int n = 10 + random.nextInt(80);
    return switch (random.nextInt(6)) {
      case 0 -> {
        String street = one(STREETS, random);
        yield new InventedValue(ProtectedValue.Kind.ADDRESS_LINE, n + " " + street, n + "1 " + street);
      }
      case 1 -> new InventedValue(ProtectedValue.Kind.POSTCODE, "ZZ" + n + " 3WZ", "ZZ" + n + " 4WZ");
      case 2 -> {
        String area = one(List.of("07700 9001", "01632 9601", "020 7946 01"), random);
        yield new InventedValue(ProtectedValue.Kind.TELEPHONE, area + n, area.replace("1", "2") + n);
      }
      case 3 ->
          new InventedValue(ProtectedValue.Kind.EMAIL, "testa" + n + "@sample.example", "testa" + n + "@simple.example");
      case 4 ->
          new InventedValue(ProtectedValue.Kind.PLACE, "Rose Women's Refuge", "Rose heard of a women's refuge");
      default ->
          random.nextBoolean()
              ? new InventedValue(ProtectedValue.Kind.NAME, "Testa Sample-Person", "Testa came with Sample")
              : new InventedValue(ProtectedValue.Kind.NAME, "Ottoline Quillfeather", "Ottoline rang Quillfeather");
    };
  }

  List<ProtectedValue> searched() {
    return List.of(new ProtectedValue(Invented.MOTHER, kind, new Personal(told)));
  }

  /** The value, or one near it, as somebody may write it. */
  static String written(ProtectedValue.Kind kind, String text, Random random) {
    return switch (kind) {
      case ADDRESS_LINE -> address(text, random);
      case POSTCODE ->
          one(List.of(text, text.replace(" ", ""), text.toLowerCase(Locale.ROOT), text.replace(" ", "-"), text.replace("ZZ", "ZZ ")), random);
      case TELEPHONE -> telephone(text.replace(" ", "").substring(1), random);
      case EMAIL ->
          one(List.of(text, "mailto:" + text, text.toUpperCase(Locale.ROOT), text.replace("@", " at ").replace(".", " dot ")), random);
      case PLACE -> one(List.of(text, text.replace("'", ""), text.replace('\'', '\u2019'), text.toLowerCase(Locale.ROOT)), random);
      case NAME -> name(text, random);
    };
  }

  private static String address(String text, Random random) {
    String street =
        random.nextBoolean()
            ? text
            : text.replace("Road", one(List.of("Rd", "Rd."), random))
                .replace("Street", one(List.of("St", "St.", "Str"), random))
                .replace("Avenue", one(List.of("Ave", "Av."), random))
                .replace("Close", "Cl")
                .replace("Lane", "Ln")
                .replace("Gardens", "Gdns")
                .replace("Court", "Ct")
                .replace("St Nobody", one(List.of("Saint Nobody", "St. Nobody"), random));
    return one(List.of(street, street.replaceFirst(" ", ", "), street.toLowerCase(Locale.ROOT), "No. " + street), random);
  }

  /** Its digits in groups of two to five, behind one of the beginnings. */
  private static String telephone(String national, Random random) {
    var written = new StringBuilder(one(BEGINNINGS, random));
    String gap = one(GAPS, random);
    for (int at = 0; at < national.length(); ) {
      int end = Math.min(at + 2 + random.nextInt(4), national.length());
      written.append(at == 0 ? "" : gap).append(national, at, end);
      at = end;
    }
    return written.toString();
  }

  private static String name(String text, Random random) {
    String[] names = text.split(" ", 2);
    boolean whole = !names[1].contains(" ");
    return one(
        List.of(text, text.toUpperCase(Locale.ROOT), text.replace('-', ' '), whole ? names[1] + ", " + names[0] : text), random);
  }

  static <T> T one(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
