//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import dev.ambix.type.Converter;

@Entity
final class User {
  @Id private long id;
  @Convert(Upper.class) private Integer name; // [ConverterMismatch] User.name: the converter takes another type; got User.Upper, which converts java.lang.String, expected one that converts java.lang.Integer. Change the type or the converter.

  static class Upper implements Converter<String, String> {
    @Override
    public String toColumn(String name) {
      return name;
    }

    @Override
    public String toAttribute(String text) {
      return text;
    }
  }
}
