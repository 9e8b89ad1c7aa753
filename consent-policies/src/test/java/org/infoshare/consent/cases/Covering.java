package org.infoshare.consent.cases;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which triples of values have been seen, of any three attributes. */
final class Covering {

  private final int[] sizes;
  private final int[] starts;
  private final BitSet seen = new BitSet();
  private final int all;

  Covering(List<Attribute> attributes) {
    sizes = attributes.stream().mapToInt(Attribute::size).toArray();
    int n = sizes.length;
    starts = new int[n * n * n];
    int next = 0;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        for (int c = b + 1; c < n; c++) {
          starts[(a * n + b) * n + c] = next;
          next += sizes[a] * sizes[b] * sizes[c];
        }
      }
    }
    all = next;
  }

  /** How many triples there are. */
  int all() {
    return all;
  }

  /** How many of them were seen. */
  int seen() {
    return seen.cardinality();
  }

  /** Takes note of one value of each attribute. */
  void see(int[] values) {
    int n = sizes.length;
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        int both = values[a] * sizes[b] + values[b];
        int row = (a * n + b) * n;
        for (int c = b + 1; c < n; c++) {
          seen.set(starts[row + c] + both * sizes[c] + values[c]);
        }
      }
    }
  }

  /** Whether three attributes, named in any order, had these values together. */
  boolean saw(int a, int x, int b, int y, int c, int z) {
    if (a > b) {
      return saw(b, y, a, x, c, z);
    }
    if (b > c) {
      return saw(a, x, c, z, b, y);
    }
    int start = starts[(a * sizes.length + b) * sizes.length + c];
    return seen.get(start + (x * sizes[b] + y) * sizes[c] + z);
  }

  /** Triples that were not seen, up to so many. */
  List<Triple> unseen(int most) {
    var unseen = new ArrayList<Triple>();
    int n = sizes.length;
    int next = seen.nextClearBit(0);
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        for (int c = b + 1; c < n; c++) {
          int start = starts[(a * n + b) * n + c];
          while (next < start + sizes[a] * sizes[b] * sizes[c]) {
            int both = (next - start) / sizes[c];
            int[] values = {both / sizes[b], both % sizes[b], (next - start) % sizes[c]};
            unseen.add(new Triple(new int[] {a, b, c}, values));
            if (unseen.size() == most) {
              return unseen;
            }
            next = seen.nextClearBit(next + 1);
          }
        }
      }
    }
    return unseen;
  }

  record Triple(int[] attributes, int[] values) {}
}
