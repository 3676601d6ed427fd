"""What-if bargaining: could money for a concession have been a deal that nobody gains by breaking?

In:   a `Case` (what the ledger fixes: sums, steps, rounds) and priors (what no ledger shows: values, costs, patience)
Out:  thresholds that need no prior; then shares of the named priors under which each way of paying works
Not here: whether deals did move the talks (`measures.linkage`)

`setting` holds the symbols; `split` divides a pie, `upfront` pays first, `tranches` pays step by step, `delay` waits,
`belief` errs about the other side; `tree` solves small games exactly and writes them for others to check; `whatif` asks
all of these over priors. The payer is P, the conceder C. Everything is in one unit of money at present value.
"""
