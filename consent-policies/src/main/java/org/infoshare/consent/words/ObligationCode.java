package org.infoshare.consent.words;

/** The duties of policy.md, A.3, and the timers of what is held. */
public enum ObligationCode implements Word {
  O1("O1"),
  O2("O2"),
  O3("O3"),
  O4("O4"),
  O5("O5"),
  O6("O6"),
  O7("O7"),
  O8("O8"),
  O8S("O8s"),
  O9("O9"),
  O10("O10"),
  O11("O11"),
  O12("O12"),
  O13("O13"),
  O14("O14"),
  O15("O15"),
  O16("O16"),
  O17("O17"),
  O18("O18"),
  O19("O19"),
  O20("O20"),
  O21("O21"),
  O22("O22"),
  O23("O23"),
  O24("O24"),
  O25("O25"),
  O26("O26"),
  O27("O27"),
  H15M("H15m"),
  H1H("H1h"),
  H1D("H1d"),
  H5D("H5d");

  private final String word;

  ObligationCode(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }
}
