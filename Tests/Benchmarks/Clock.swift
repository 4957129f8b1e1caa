import Glibc

/// What a stretch of work took.
struct Timing {
  /// Seconds on the wall, and of the processors.
  var wall: Double
  var processor: Double

  /// Times `work`.
  static func of<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Timing {
    let (wall, processor) = (seconds(CLOCK_MONOTONIC), seconds(CLOCK_PROCESS_CPUTIME_ID))
    try work()
    return Timing(
      wall: seconds(CLOCK_MONOTONIC) - wall, processor: seconds(CLOCK_PROCESS_CPUTIME_ID) - processor)
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// The most memory the process has had, in KiB.
func peakKiB() -> Int {
  var usage = rusage()
  unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss
}
