/**
 * Children's services: SOAP 1.2, a contract of our own in {@code
 * src/main/contracts/childrens-services}. The documents in {@code wire} are generated from its
 * schema and hold no logic.
 */
package org.infoshare.mapping.childrensservices;
