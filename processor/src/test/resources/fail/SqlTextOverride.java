//// shop/Runner.java
package shop;

import dev.ambix.mapping.SqlText;

interface Runner {
  void run(@SqlText String sql);

  void plain(String text);

  class Dropping implements Runner {
    @Override
    public void run(String sql) {} // [SqlTextOverride] Runner.run: a call of the method that overrides it goes unchecked; got a parameter without @SqlText in `Dropping.run`, expected one with it. Add @SqlText to the parameter.

    @Override
    public void plain(@SqlText String text) {} // [SqlTextOverride] Runner.plain: a call through it goes unchecked; got a parameter without @SqlText here and with it in `Dropping.plain`, expected both to have it. Add @SqlText to the parameter that lacks it, or remove it from the other.
  }

  class Base {
    public void plain(@SqlText String text) {}
  }

  abstract class Inheriting extends Base implements Runner {} // [SqlTextOverride] Runner.plain: a call through it goes unchecked; got a parameter without @SqlText here and with it in `Base.plain`, expected both to have it. Add @SqlText to the parameter that lacks it, or remove it from the other.
}
