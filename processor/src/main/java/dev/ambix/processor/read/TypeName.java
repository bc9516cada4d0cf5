package dev.ambix.processor.read;

/// The name of a class.
///
/// @param packageName its package; empty for the unnamed one
/// @param simpleNames its simple name, after those of the classes that it is nested in:
///   `Outer.Inner`
public record TypeName(String packageName, String simpleNames) implements Comparable<TypeName> {
  /// The name of a class of this package that is not nested.
  public static TypeName of(String packageName, String simpleName) {
    return new TypeName(packageName, simpleName);
  }

  /// The canonical name, with the package.
  public String qualified() {
    return packageName.isEmpty() ? simpleNames : packageName + "." + simpleNames;
  }

  /// The simple name of the outermost class, which is what an import names.
  public String outermost() {
    int dot = simpleNames.indexOf('.');
    return dot < 0 ? simpleNames : simpleNames.substring(0, dot);
  }

  /// The simple name, without those of the classes around it.
  public String simpleName() {
    return simpleNames.substring(simpleNames.lastIndexOf('.') + 1);
  }

  /// The class that the processor writes for this one: `User_`, and `Outer_Inner_` for a nested
  /// one.
  public TypeName generated() {
    return new TypeName(packageName, simpleNames.replace('.', '_') + "_");
  }

  @Override
  public int compareTo(TypeName other) {
    return qualified().compareTo(other.qualified());
  }

  @Override
  public String toString() {
    return qualified();
  }
}
