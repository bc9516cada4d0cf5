package dev.ambix.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/// A subtype in the mapping of its hierarchy: where its columns and associations stand there. Those
/// of the root come first, in the same order, in both.
///
/// @param <E> the root of the hierarchy
final class Subtype<E> {
  final String kind;
  final EntityMapping<E> mapping;

  /// The positions in the hierarchy, by those in the subtype.
  final int[] columns;

  final int[] associations;

  private final int[] localColumns;
  private final int[] localAssociations;

  /// @param allColumns how many columns the hierarchy has
  /// @param allAssociations how many associations the hierarchy has
  Subtype(
      String kind,
      EntityMapping<E> mapping,
      int[] columns,
      int allColumns,
      int[] associations,
      int allAssociations) {
    this.kind = kind;
    this.mapping = mapping;
    this.columns = columns;
    this.associations = associations;
    this.localColumns = inverted(columns, allColumns);
    this.localAssociations = inverted(associations, allAssociations);
  }

  /// The positions of columns, or of associations, of a subtype among all.
  ///
  /// @param shared how many the root has
  static <X> int[] positions(List<X> own, List<X> all, int shared, BiPredicate<X, X> isSame) {
    return IntStream.range(0, own.size())
        .map(i ->
            i < shared
                ? i
                : IntStream.range(shared, all.size())
                    .filter(each -> isSame.test(own.get(i), all.get(each)))
                    .findFirst()
                    .orElseThrow())
        .toArray();
  }

  private static int[] inverted(int[] positions, int size) {
    var inverted = new int[size];
    Arrays.fill(inverted, -1);
    for (int i = 0; i < positions.length; i++) {
      inverted[positions[i]] = i;
    }
    return inverted;
  }

  /// Columns of one name in one table are those of a sealed class between the root and subtypes.
  static boolean isSameColumn(Column<?, ?> one, Column<?, ?> other) {
    return one.attribute().column().equals(other.attribute().column())
        && one.attribute().table().equals(other.attribute().table());
  }

  static boolean isSameAssociation(Association<?, ?> one, Association<?, ?> other) {
    return one.name().equals(other.name())
        && one.table().equals(other.table())
        && one.hops().equals(other.hops());
  }

  /// The position of a column in the subtype; negative where it has none.
  int local(int column) {
    return localColumns[column];
  }

  /// The position of an association in the subtype; negative where it has none.
  int localAssociation(int association) {
    return localAssociations[association];
  }
}
