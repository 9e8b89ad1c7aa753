package org.infoshare.consent.cases;

/** Something that a policy is asked about. */
interface Example<E> {

  /** Of how many things one can be made harmless. */
  int size();

  /** The same with one thing made harmless; itself where that is so already. */
  E calmed(int thing);

  /** What is not harmless about it, in words. */
  String words();
}
