-- Who helps to lead a course, without owning it.
ALTER TYPE "GroupRole" ADD VALUE 'assistant' BEFORE 'moderator';
