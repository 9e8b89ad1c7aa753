package org.infoshare.mapping;

import org.infoshare.mapping.childrensservices.ChildrensServicesContract;
import org.infoshare.mapping.childrensservices.ChildrensServicesMapping;
import org.infoshare.mapping.childrensservices.wire.Document;

class ChildrensServicesMappingTest extends MappingContract<Document> {

  ChildrensServicesMappingTest() {
    super(
        "childrens-services",
        new ChildrensServicesMapping(),
        XmlForm.of(
            Document.class,
            ChildrensServicesContract.JAXB_PACKAGE,
            ChildrensServicesContract.SCHEMA));
  }
}
