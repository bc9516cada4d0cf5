//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import java.math.BigDecimal;

@Entity
final class User {
  @Id private long id;
  private BigDecimal price; // [DecimalWithoutPrecision] User.price: a BigDecimal column needs a size; got none, expected @Precision. Add @Precision(value = 12, scale = 2) with the digits that you need.
  private java.math.BigInteger count; // [DecimalWithoutPrecision] User.count: a BigInteger column needs a size; got none, expected @Precision. Add @Precision(38) with the digits that you need.
}
