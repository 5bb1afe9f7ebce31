//! The proleptic Gregorian calendar, for days counted from 1970-01-01.
//!
//! Years are counted from March here: a leap day then ends its year, and the lengths of the other months do not
//! depend on it.

/// Days in 400 years, after which the calendar repeats.
const DAYS_PER_ERA: i64 = 146_097;

/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// A day by its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub(super) year: i64,
    pub(super) month: i64,
    pub(super) day: i64,
}

impl Date {
    /// The date of the day that lies `days` after 1970-01-01.
    pub(super) fn from_days(days: i64) -> Self {
        let shifted = days.saturating_add(EPOCH);
        let era = shifted.div_euclid(DAYS_PER_ERA);
        let mut rest = shifted.rem_euclid(DAYS_PER_ERA);
        // The last century of an era has one day more, the last year of four as well: hence the limits of 3.
        let century = (rest / 36_524).min(3);
        rest -= century * 36_524;
        let olympiad = rest / 1_461;
        rest -= olympiad * 1_461;
        let year = (rest / 365).min(3);
        rest -= year * 365;
        // Months from March have 31, 30, 31, 30, 31 days over and over: 153 days in five months.
        let march_month = (5 * rest + 2) / 153;
        let day = rest - days_before_month(march_month) + 1;
        let (month, carry) = if march_month < 10 {
            (march_month + 3, 0)
        } else {
            (march_month - 9, 1)
        };
        Self {
            year: era * 400 + century * 100 + olympiad * 4 + year + carry,
            month,
            day,
        }
    }

    /// Days from 1970-01-01 to this date; `None` if there is no such date.
    pub(super) fn to_days(self) -> Option<i64> {
        let (march_month, year) = if self.month > 2 {
            (self.month - 3, self.year)
        } else {
            (self.month + 9, self.year - 1)
        };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let days = year * 365 + leap_days + days_before_month(march_month) + self.day - 1 - EPOCH;
        // A day that does not exist, such as 30 February, comes back as another one.
        (Self::from_days(days) == self).then_some(days)
    }
}

/// Days from 1 March to the first of the month that is `march_month` months later.
fn days_before_month(march_month: i64) -> i64 {
    (153 * march_month + 2) / 5
}
