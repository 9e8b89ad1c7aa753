package org.infoshare.consent;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** On the wire an absent list is an empty one. */
final class Absent {

  private Absent() {}

  static <T> List<T> asEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  static <T> Set<T> asEmpty(Set<T> set) {
    return set == null ? Set.of() : Set.copyOf(set);
  }

  static <K, V> Map<K, V> asEmpty(Map<K, V> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
