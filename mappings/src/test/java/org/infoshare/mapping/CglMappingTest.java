package org.infoshare.mapping;

import org.infoshare.mapping.cgl.CglDocument;
import org.infoshare.mapping.cgl.CglForm;
import org.infoshare.mapping.cgl.CglMapping;

class CglMappingTest extends MappingContract<CglDocument> {

  CglMappingTest() {
    super("cgl", new CglMapping(), new CglForm());
  }
}
