import fc from "fast-check";

// One seed for all properties: what fails fails again, on every machine. SEED=n tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 15) });

export default fc;
