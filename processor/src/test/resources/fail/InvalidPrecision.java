//// shop/User.java
package shop;

import dev.ambix.mapping.*;
import java.math.BigDecimal;

@Entity
final class User {
  @Id private long id;
  @Precision(0) private BigDecimal none; // [InvalidPrecision] User.none: no decimal column has this size; got value 0 and scale 0, expected 1 <= value <= 1000 and 0 <= scale <= value. Correct @Precision.
  @Precision(value = 2, scale = 3) private BigDecimal scale; // [InvalidPrecision] User.scale: no decimal column has this size; got value 2 and scale 3, expected 1 <= value <= 1000 and 0 <= scale <= value. Correct @Precision.
  @Precision(value = 5, scale = 1) private java.math.BigInteger whole; // [InvalidPrecision] User.whole: no decimal column has this size; got value 5 and scale 1, expected scale 0, since the number is whole. Correct @Precision.
}
