/// The annotation processor.
///
/// Read [AmbixProcessor] first. Three packages do the work, one after the other:
/// `dev.ambix.processor.read` turns javac's model into records, `dev.ambix.processor.check` turns
/// these into plans and diagnostics, `dev.ambix.processor.write` turns plans into Java.
///
/// The processor shows every error on its element, skips only the class that is broken, and waits
/// for classes that another processor has yet to write. What it writes is sorted and has no dates.
///
/// It does not depend on the modules whose classes it names: it runs inside javac, where they may
/// be of another version or missing, and it must not bring them onto its own path.
package dev.ambix.processor;
