//! Limits of lengths and of numbers of items.

use super::entries;

entries! {
    MaximumLengthLowered as in "maximum-length-lowered" {
        why: "Callers whose text is longer than the new maximum are refused from now on, also when they send back \
            what they once stored.",
        compatible: "Keep the maximum, and cut off what is shown where space is short.",
    }
    MaximumLengthRaised as in "maximum-length-lowered" reversed {
        why: "Nobody has to send longer text. Readers who keep the text in a column of the old size may meet text \
            that does not fit.",
        compatible: "For a parameter nothing needs doing. In answers, give readers notice before the first longer text.",
    }
    MaximumLengthSet as in "maximum-length-set" {
        why: "Text of any length was allowed. Callers whose text is longer are refused from now on.",
        compatible: "Choose a maximum that no caller has passed so far.",
    }
    MaximumLengthUnset as in "maximum-length-set" reversed {
        why: "Nobody has to send longer text. Readers who rely on the maximum may meet text that does not fit.",
        compatible: "For a parameter nothing needs doing. In answers, keep to the old maximum where you can.",
    }
    MinimumLengthRaised as in "minimum-length-raised" {
        why: "Callers whose text is shorter than the new minimum are refused from now on.",
        compatible: "Keep the minimum for what exists, and advise longer text in the doc.",
    }
    MinimumLengthLowered as in "minimum-length-raised" reversed {
        why: "Nobody has to send shorter text. Readers may meet shorter text than they expect, even an empty one.",
        compatible: "For a parameter nothing needs doing.",
    }
    MinimumLengthSet as in "minimum-length-set" {
        why: "Text of any length was allowed. Callers whose text is shorter are refused from now on.",
        compatible: "Choose a minimum that no caller has gone below so far.",
    }
    MinimumLengthUnset as in "minimum-length-set" reversed {
        why: "Nobody has to send shorter text. Readers may meet shorter text than they expect, even an empty one.",
        compatible: "For a parameter nothing needs doing.",
    }
    LengthUnitChanged as in "length-unit-changed" {
        why: "The same limit counts something else. Text in Latin letters is not affected, other text may be \
            refused or become too long for its readers.",
        compatible: "Keep the unit. If it was documented wrongly, record that under `discrepancies`.",
    }
    MaximumItemsLowered as in "maximum-items-lowered" {
        why: "Callers who send more items than that are refused from now on.",
        compatible: "Keep the maximum, or offer a second call for what is left.",
    }
    MaximumItemsRaised as in "maximum-items-lowered" reversed {
        why: "Nobody has to send more items. Readers who made room for the old number may get more.",
        compatible: "For a parameter nothing needs doing. In answers, let callers ask for more.",
    }
    MaximumItemsSet as in "maximum-items-set" {
        why: "Lists of any length were allowed. Callers who send more items are refused from now on.",
        compatible: "Choose a maximum that no caller has passed so far.",
    }
    MaximumItemsUnset as in "maximum-items-set" reversed {
        why: "Nobody has to send more items. Readers who made room for a certain number may get more.",
        compatible: "For a parameter nothing needs doing. In answers, add pages before lists grow.",
    }
    MinimumItemsRaised as in "minimum-items-raised" {
        why: "Callers who send fewer items than that are refused from now on.",
        compatible: "Keep the minimum, and advise more items in the doc.",
    }
    MinimumItemsLowered as in "minimum-items-raised" reversed {
        why: "Nobody has to send fewer items. Readers may get fewer than they expect, even none.",
        compatible: "For a parameter nothing needs doing.",
    }
    MinimumItemsSet as in "minimum-items-set" {
        why: "Lists of any length were allowed. Callers who send fewer items are refused from now on.",
        compatible: "Choose a minimum that no caller has gone below so far.",
    }
    MinimumItemsUnset as in "minimum-items-set" reversed {
        why: "Nobody has to send fewer items. Readers may get fewer than they expect, even none.",
        compatible: "For a parameter nothing needs doing.",
    }
}
