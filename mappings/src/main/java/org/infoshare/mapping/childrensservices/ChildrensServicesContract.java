package org.infoshare.mapping.childrensservices;

/**
 * Where the contract with children's services is found, on the class path, and what it is called in
 * XML.
 */
public final class ChildrensServicesContract {

  /** Of every element of every document. */
  public static final String NAMESPACE = "urn:infoshare:childrens-services:v1";

  /** The schema of every document, in both directions. */
  public static final String SCHEMA = "/contracts/childrens-services/childrens-services.xsd";

  /** What the gateway offers. */
  public static final String GATEWAY_WSDL = "/contracts/childrens-services/gateway.wsdl";

  /** What children's services offer. */
  public static final String ANSWERS_WSDL = "/contracts/childrens-services/answers.wsdl";

  /** The package of the JAXB classes; its object factory knows every root element. */
  public static final String JAXB_PACKAGE = "org.infoshare.mapping.childrensservices.wire";

  private ChildrensServicesContract() {}
}
