package dev.ambix.mapping;

import dev.ambix.error.UsageException;
import org.jspecify.annotations.Nullable;

/// A reference to another entity, or to none. It reads nothing by itself: what a query has not
/// loaded says so, and names the path that loads it. Its key is there without loading. It belongs
/// to the object that holds it, and to that object's thread.
///
/// @param <T> the entity that it refers to
public final class Ref<T> {
  private @Nullable T target;
  private @Nullable Object key;
  private boolean loaded = true;
  private @Nullable Association<?, ?> association;
  private @Nullable Watcher watcher;

  private Ref() {}

  /// A reference to nothing.
  public static <T> Ref<T> of() {
    return new Ref<>();
  }

  /// The object that it refers to.
  ///
  /// @throws UsageException `NotLoaded` when no query has loaded it, `EmptyReference` when it
  ///   refers to none
  public T get() {
    var found = orNull();
    if (found == null) {
      throw new UsageException(
          "EmptyReference",
          describe()
              + ": it refers to nothing; got none, expected an object."
              + " Ask isEmpty first, or use orNull.");
    }
    return found;
  }

  /// The object that it refers to; null for none.
  ///
  /// @throws UsageException `NotLoaded` when no query has loaded it
  public @Nullable T orNull() {
    if (!loaded && (watcher == null || association == null || !watcher.load(association))) {
      throw notLoaded(association);
    }
    return target;
  }

  /// The key of the object that it refers to, without loading it: the value of its column, or a
  /// list of them for a composite key. Null for none, and while the object has no key yet.
  public @Nullable Object key() {
    return association instanceof Association.Reference<?, ?> reference
        ? reference.keyOf(this)
        : key;
  }

  /// Whether it refers to nothing.
  ///
  /// @throws UsageException `NotLoaded` when that is not known: of the side of a one-to-one that
  ///   has no columns, before it is loaded
  public boolean isEmpty() {
    return loaded ? target == null : key == null && orNull() == null;
  }

  /// Whether the object can be read: it was loaded or set, or it is known that there is none.
  public boolean isLoaded() {
    return loaded;
  }

  /// Refers to this object from now on, or to none. The other side of the association follows.
  @SuppressWarnings("ReferenceEquality") // objects are told apart by identity
  public void set(@Nullable T object) {
    var before = target;
    assign(object);
    if (watcher != null && association != null && before != object) {
      watcher.set(association, before, object);
    }
  }

  /// The object or, where there is none, the key.
  @Nullable T target() {
    return target;
  }

  @Nullable Object storedKey() {
    return key;
  }

  /// Refers to this object, and tells nobody.
  void assign(@Nullable T object) {
    target = object;
    key = null;
    loaded = true;
  }

  /// Has this key, and no object unless it is the one that has it already.
  void assignKey(@Nullable Object newKey, boolean keep) {
    key = newKey;
    if (!keep) {
      target = null;
      loaded = newKey == null;
    }
  }

  /// Nothing is known of the object.
  void unload() {
    target = null;
    loaded = false;
  }

  /// Belongs to this association, whoever watches it.
  void belongTo(Association<?, ?> itsAssociation) {
    association = itsAssociation;
  }

  void bind(Association<?, ?> itsAssociation, @Nullable Watcher itsWatcher) {
    association = itsAssociation;
    watcher = itsWatcher;
  }

  /// What it holds, to come back to with [#restore].
  State<T> save() {
    return new State<>(target, key, loaded);
  }

  void restore(State<T> state) {
    target = state.target;
    key = state.key;
    loaded = state.loaded;
  }

  private String describe() {
    return association == null ? "Ref" : association.toString();
  }

  static UsageException notLoaded(@Nullable Association<?, ?> association) {
    var path =
        association == null
            ? "the path to it"
            : association.entity().getSimpleName() + "_." + association.name();
    return new UsageException(
        "NotLoaded",
        (association == null ? "association" : association.toString())
            + ": the query that gave this object did not load it; got a read, expected it after"
            + " loading. Fix: add .with("
            + path
            + ") to the query, or call db.load(objects, "
            + path
            + ").");
  }

  @Override
  public String toString() {
    return "Ref[" + (loaded ? (target == null ? "empty" : "loaded") : "not loaded") + "]";
  }

  /// What hears of changes that the program makes: a session.
  public interface Watcher {
    /// A reference leads elsewhere.
    void set(Association<?, ?> association, @Nullable Object before, @Nullable Object now);

    void added(Association<?, ?> association, Object member);

    void removed(Association<?, ?> association, Object member);

    /// Loads what was not loaded, if the query that gave the object asked for that.
    ///
    /// @return whether it is loaded now
    boolean load(Association<?, ?> association);
  }

  /// What it held at a time.
  record State<T>(@Nullable T target, @Nullable Object key, boolean loaded) {}
}
