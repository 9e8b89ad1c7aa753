package org.infoshare.consent.cases;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a question is made of: attributes of the message, and those that each of its recipients and
 * each of its parts has for itself.
 */
record Shape(List<Attribute> attributes, int recipients, int parts) {

  static final String RECIPIENT = "recipient.";
  static final String PART = "segment.";

  /** How often an attribute occurs. */
  int times(int attribute) {
    String name = attributes.get(attribute).name();
    return name.startsWith(RECIPIENT) ? recipients : name.startsWith(PART) ? parts : 1;
  }

  /** Where the values of each attribute begin, and last how many there are. */
  int[] places() {
    int[] places = new int[attributes.size() + 1];
    for (int a = 0; a < attributes.size(); a++) {
      places[a + 1] = places[a] + times(a);
    }
    return places;
  }

  /** Where, in a question, the value stands that an attribute has for one recipient and one part. */
  int[] view(int recipient, int part) {
    int[] places = places();
    return IntStream.range(0, attributes.size())
        .map(
            a -> {
              String name = attributes.get(a).name();
              return places[a]
                  + (name.startsWith(RECIPIENT) ? recipient : name.startsWith(PART) ? part : 0);
            })
        .toArray();
  }

  /** The views of each recipient on each part. */
  List<int[]> views() {
    return IntStream.range(0, recipients)
        .boxed()
        .flatMap(r -> IntStream.range(0, parts).mapToObj(s -> view(r, s)))
        .toList();
  }
}
