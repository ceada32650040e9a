-- Which servers run jobs, and when each last gave a sign of life: what a dead one had taken is taken over.
CREATE TABLE "job_servers" (
    "id" UUID NOT NULL,
    "workers" TEXT[],
    "alive_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_servers_pkey" PRIMARY KEY ("id")
);
