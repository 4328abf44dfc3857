export const recommendationColumns = {
  firstName: ["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Primeiro nome"],
  lastName: ["Last Name", "Nachname", "Nom", "Nom de famille", "Apellido", "Apellidos", "Sobrenome", "Último nome"],
  company: ["Company", "Unternehmen", "Firma", "Entreprise", "Société", "Empresa"],
  jobTitle: [
    ...["Job Title", "Position", "Jobbezeichnung", "Berufsbezeichnung", "Poste", "Intitulé du poste", "Fonction"],
    ...["Cargo", "Puesto", "Título do cargo"],
  ],
  text: ["Text", "Texte", "Texto"],
  creationDate: [
    ...["Creation Date", "Erstellungsdatum", "Erstellt am", "Date de création"],
    ...["Fecha de creación", "Data de criação"],
  ],
  status: ["Status", "Statut", "Estado"],
} as const;

export type RecommendationColumn = keyof typeof recommendationColumns;
