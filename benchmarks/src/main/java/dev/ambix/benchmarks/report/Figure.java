package dev.ambix.benchmarks.report;

/// What one operation of a contestant took.
///
/// @param micros median of the time, in microseconds
/// @param low the first quartile of it
/// @param high the third quartile of it
/// @param bytes median of the bytes allocated
public record Figure(double micros, double low, double high, double bytes) {}
