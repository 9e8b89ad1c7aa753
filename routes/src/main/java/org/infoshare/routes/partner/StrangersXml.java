package org.infoshare.routes.partner;

import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;

/**
 * Reads XML that comes from outside, whole or in part: a document type and an entity that nobody
 * declared are told as events, nothing that they name is fetched, and no entity is replaced.
 */
public final class StrangersXml {

  public static final XMLInputFactory INPUT = XMLInputFactory.newDefaultFactory();

  static {
    // Only who supports document types reports one, and an entity that nobody declared.
    INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, true);
    INPUT.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    INPUT.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    INPUT.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
  }

  private StrangersXml() {}
}
