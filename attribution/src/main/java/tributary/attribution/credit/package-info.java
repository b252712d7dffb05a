/// Credit for won deals: pooled paths, their milestones, and the exact split of the amount.
package tributary.attribution.credit;
