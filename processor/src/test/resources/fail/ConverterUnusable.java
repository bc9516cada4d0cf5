//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import dev.ambix.type.Converter;

@Entity
final class User {
  @Id private long id;
  @Convert(Abstract.class) private Name first; // [ConverterUnusable] User.first: the converter cannot be made; got shop.User.Abstract, expected a class that implements Converter<shop.User.Name, …>, neither generic nor abstract nor inner, with a constructor without parameters that this package may call. Correct the converter.
  @Convert(Closed.class) private Name second; // [ConverterUnusable] User.second: the converter cannot be made; got shop.User.Closed, expected a class that implements Converter<shop.User.Name, …>, neither generic nor abstract nor inner, with a constructor without parameters that this package may call. Correct the converter.

  record Name(String text) {}

  abstract static class Abstract implements Converter<Name, String> {}

  static class Closed implements Converter<Name, String> {
    private Closed() {}

    @Override
    public String toColumn(Name name) {
      return name.text();
    }

    @Override
    public Name toAttribute(String text) {
      return new Name(text);
    }
  }
}
