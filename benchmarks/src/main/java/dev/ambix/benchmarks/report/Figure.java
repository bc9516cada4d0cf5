package dev.ambix.benchmarks.report;

/// What one operation of a contestant took.
///
/// @param micros median of the time, in microseconds
/// @param best the least of it: what it takes when nobody else uses the machine
/// @param bytes median of the bytes allocated
public record Figure(double micros, double best, double bytes) {}
